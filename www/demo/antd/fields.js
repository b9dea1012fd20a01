// What the township report asks, as the portal's form designer saved it: a tab, its items, each with its path in the form.
(function () {
  "use strict";

  window.TABS = [
    { key: "base", title: "基本情况", items: [
      { path: ["townshipName"], label: "填报单位", type: "text", required: true },
      { path: ["base", "xzqhdm"], label: "行政区划代码", type: "text", required: true, max: 9 },
      { path: ["base", "bgnd"], label: "报告年度", type: "number", plain: true, required: true },
      { path: ["base", "terrain"], label: "地形地貌", type: "select", required: true, options: [["1", "平原"], ["2", "丘陵"], ["3", "山区"]] },
      { path: ["base", "scenicFlag"], label: "境内是否有A级旅游景区", type: "radio", required: true, options: [["Y", "是"], ["N", "否"]] },
      { path: ["base", "hhTotal"], label: "农村总户数（年末）", unit: "户", required: true },
      { path: ["base", "rkzs"], label: "农村人口总数", unit: "人", required: true },
      { path: ["base", "cjs"], label: "村（社区）数", unit: "个", required: true },
      { path: ["base", "tphs"], label: "脱贫户数", unit: "户", required: true },
      { path: ["base", "tprk"], label: "脱贫人口数", unit: "人", required: true },
    ] },
    { key: "jobs", title: "就业帮扶", items: [
      { path: ["jobs", "labourForce"], last: ["jobs", "labourForceLast"], label: "脱贫劳动力总数", unit: "人", required: true },
      { path: ["jobs", "empTotal"], last: ["jobs", "empTotalLast"], label: "脱贫劳动力实现就业人数", unit: "人", required: true },
      { path: ["jobs", "swwg"], label: "其中：省外务工", unit: "人", required: true },
      { path: ["jobs", "snwg"], label: "省内县外务工", unit: "人", required: true },
      { path: ["jobs", "xnwg"], label: "县内务工", unit: "人", required: true },
      { path: ["jobs", "qtjy"], label: "其他就业（务农经营、自主创业、未计入务工的公益性岗位等）", unit: "人", required: true },
      { path: ["jobs", "rate"], label: "就业率（自动计算）", type: "computed", unit: "%" },
      { path: ["jobs", "train", "qs"], label: "举办就业技能培训班", unit: "期", required: true },
      { path: ["jobs", "train", "rc"], label: "培训脱贫劳动力", unit: "人次", required: true },
      { path: ["jobs", "gygw"], label: "开发公益性岗位", unit: "个", required: true },
      { path: ["jobs", "gygwrs"], label: "公益性岗位安置人数", unit: "人", required: true },
      { path: ["jobs", "gygwbt"], label: "公益性岗位补贴（报酬）发放总额", unit: "万元", decimals: 2, required: true },
      { path: ["jobs", "incomePc"], last: ["jobs", "incomePcLast"], label: "脱贫人口人均纯收入", unit: "元", decimals: 2, required: true },
    ] },
    { key: "services", title: "教育医疗住房", items: [
      { path: ["services", "edu", "slrs"], label: "义务教育阶段适龄儿童少年数", unit: "人", required: true },
      { path: ["services", "edu", "zx"], label: "其中：在学（含送教上门、随班就读、特教）", unit: "人", required: true },
      { path: ["services", "edu", "hx"], label: "其中：依法批准缓学、免学", unit: "人", required: true },
      { path: ["services", "edu", "cx"], label: "其中：失学辍学", unit: "人", required: true },
      { path: ["services", "eduPersons"], label: "资助脱贫家庭学生", unit: "人次", required: true },
      { path: ["services", "zzje"], label: "发放教育资助金额", unit: "万元", decimals: 2, required: true },
      { path: ["services", "ycb"], label: "应参保人数", unit: "人", required: true },
      { path: ["services", "sjcb"], label: "参保人数", unit: "人", required: true },
      { path: ["services", "jzrc"], label: "医疗救助人次", unit: "人次", required: true },
      { path: ["services", "jzje"], label: "医疗救助金额", unit: "万元", decimals: 2, required: true },
      { path: ["services", "wf", "fx"], label: "排查发现需改造农村危房", unit: "户", required: true },
      { path: ["services", "wf", "gz"], label: "改造农村危房", unit: "户", required: true },
      { path: ["services", "wf", "tp"], label: "其中：脱贫户和监测对象危房改造", unit: "户", required: true },
    ] },
  ];

  // Last year's figures come from the server with the empty report.
  window.LAST_YEAR = { jobs: { labourForceLast: 1728, empTotalLast: 1612, incomePcLast: 16395.2 } };
})();
