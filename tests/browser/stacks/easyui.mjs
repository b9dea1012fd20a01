// EasyUI 1.5 on jQuery 1.8: a frameset, GBK, a dialog with tabs, inputs whose name a hidden twin has taken.

const FRAME = "frame[name=main]";
const inFrame = (/** @type {string} */ path) => `${FRAME} >>> ${path}`;
/** The visible input that EasyUI puts behind the one of the page. */
const box = (/** @type {string} */ id) => inFrame(`#${id} + .textbox .textbox-text`);
const frame = "document.querySelector('frame[name=main]').contentWindow";
const told = (/** @type {string} */ text) => `${frame}.document.getElementById('msg').textContent.indexOf('${text}') >= 0`;

const TABS = {
  产业就业: ["ldlzs", "jyrs", "swwg", "snxw", "xnwg", "qtjy", "jdgs", "jdmj", "lylj", "zsze", "syrk", "ldlzsSn"],
  人才文化: ["rcTotal", "rcNy", "rcGl", "rcLy", "rcQt", "rcPx", "rcBz", "xcl", "wmc", "wmjt", "gjz", "fy", "whgc", "njsw", "whhd"],
  组织与资金: ["dyzs", "fzdy", "jjfz", "pxdy", "zjhj", "zjzy", "zjsj", "zjsx"],
};

/** @type {Record<string, string>} */
const BOXES = {
  year: "nd",
  labour_force: "ldlzs",
  labour_force_last: "ldlzsSn",
  emp_total: "jyrs",
  emp_out_prov: "swwg",
  emp_in_prov: "snxw",
  emp_in_county: "xnwg",
  emp_other: "qtjy",
  base_new: "jdgs",
  base_area: "jdmj",
  proj_linked: "lylj",
  proj_gain: "zsze",
  proj_benefit_pop: "syrk",
  talent_total: "rcTotal",
  talent_agri: "rcNy",
  talent_mgmt: "rcGl",
  talent_tour: "rcLy",
  talent_other: "rcQt",
  talent_trained: "rcPx",
  talent_award: "rcBz",
  billboard_villages: "xcl",
  civ_villages: "wmc",
  civ_families: "wmjt",
  heritage_sites: "gjz",
  heritage_items: "fy",
  plaza: "whgc",
  bookhouse: "njsw",
  culture_events: "whhd",
  party_total: "dyzs",
  party_new: "fzdy",
  activists: "jjfz",
  party_trained: "pxdy",
  fund_total: "zjhj",
  fund_central: "zjzy",
  fund_province: "zjsj",
  fund_county: "zjsx",
};

/** @type {import("../stack").Stack} */
export default {
  name: "EasyUI 1.5",
  page: "/www/demo/easyui/index.html",
  host: "easyui",
  oldest: 64,
  open: async (user) => {
    await user.waitFor(`!!(${frame}.jQuery && ${frame}.jQuery('#btnOk').length)`);
    await user.click(inFrame("#btnNew"));
  },
  fields: Object.assign(
    {
      township: inFrame("#xzmc"),
      area_code: inFrame("#areaCode"),
      terrain: inFrame("#dx"),
      has_scenic: inFrame("#fm [name=ywjq]"),
    },
    ...Object.entries(BOXES).map(([field, id]) => ({ [field]: box(id) })),
  ),
  show: async (user, field) => {
    const id = BOXES[field] ?? "";
    const at = Object.values(TABS).findIndex((ids) => ids.includes(id));
    if (at >= 0) await user.click(inFrame(`#tabs .tabs li:nth-child(${at + 1}) .tabs-inner`));
  },
  decoys: [
    ...["nd", "xzmc", "ldlzs", "jyrs"].map((name) => inFrame(`#searchForm [textboxname=${name}] + .textbox .textbox-text`)),
    box("jyl"),
    ...["#index#", "0"].flatMap((row) => ["ldlzs", "jyrs"].map((name) => inFrame(`[name="rows[${row}].${name}"]`))),
  ],
  good: {
    township: "枫林镇",
    area_code: "430999104",
    terrain: "平原",
    has_scenic: "无",
    labour_force: "1742",
    emp_total: "1655",
    emp_out_prov: "742",
    emp_in_prov: "318",
    emp_in_county: "421",
    emp_other: "174",
    base_new: "6",
    base_area: "1380.5",
    proj_linked: "9",
    proj_gain: "216.74",
    proj_benefit_pop: "1862",
    talent_total: "34",
    talent_agri: "12",
    talent_mgmt: "9",
    talent_tour: "5",
    talent_other: "8",
    talent_trained: "860",
    talent_award: "15",
    billboard_villages: "21",
    civ_villages: "8",
    civ_families: "126",
    heritage_sites: "2",
    heritage_items: "3",
    plaza: "24",
    bookhouse: "21",
    culture_events: "96",
    party_total: "1486",
    party_new: "22",
    activists: "58",
    party_trained: "4320",
    fund_total: "486",
    fund_central: "312",
    fund_province: "126",
    fund_county: "48",
  },
  bad: { emp_total: "1955" },
  submit: {
    确定: (user) => user.click(inFrame("#btnOk")),
    "link with document.form.submit()": (user) => user.click(inFrame("#btnReport")),
    "document.form.submit()": (user) => user.evaluate(`void ${frame}.document.form.submit()`),
    "$(form).submit()": (user) => user.evaluate(`void ${frame}.jQuery('#fm').submit()`),
    "form('submit')": (user) => user.evaluate(`void ${frame}.save()`),
  },
  pass: {
    暂存: async (user) => {
      await user.click(inFrame("#btnDraft"));
      await user.waitFor(told("已暂存"));
    },
    取消: async (user) => {
      await user.click(inFrame("#btnCancel"));
      await user.waitFor(`${frame}.jQuery('#dlg').dialog('options').closed === true`);
    },
    查询: async (user) => {
      // The dialog's mask lies over it; the figures stay in the form.
      await user.click(inFrame("#btnCancel"));
      await user.click(inFrame("#btnQuery"));
      await user.waitFor(told("查询到"));
    },
    重置: async (user) => {
      await user.click(inFrame("#btnReset"));
      await user.waitFor(`${frame}.jQuery('#jyrs').numberbox('getValue') === ''`);
    },
  },
  sent: (posts) => posts.filter(({ url }) => url.endsWith("/easyui/save")).map(({ body }) => body),
};
