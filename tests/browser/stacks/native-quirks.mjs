// A page in quirks mode: bare text within sentences, an image that submits, an answer that takes the page's place.

const by = (/** @type {string} */ name) => `[name=form1] [name=${name}]`;

/** @type {import("../stack").Stack} */
export default {
  name: "native, quirks mode",
  page: "/www/demo/native/quirks.html",
  host: "native",
  oldest: 64,
  open: async () => {},
  fields: {
    township: by("xzmc"),
    year: by("nd"),
    area_code: by("qhdm"),
    hh_total: by("zhs"),
    pop_total: by("rk"),
    poor_hh: by("tph"),
    poor_pop: by("tprk"),
    labour_force: by("a1"),
    emp_total: by("a2"),
    emp_out_prov: by("a3"),
    emp_in_prov: by("a4"),
    emp_in_county: by("a5"),
    emp_other: by("a6"),
    insure_due: by("a7"),
    insured_pop: by("a8"),
  },
  decoys: ["[name=find] [name=key]", "[name=find] [name=jyrs]"],
  good: {
    township: "河口镇",
    year: "2024",
    area_code: "430999104",
    hh_total: "11208",
    pop_total: "38426",
    poor_hh: "812",
    poor_pop: "2986",
    labour_force: "1742",
    emp_total: "1655",
    emp_out_prov: "742",
    emp_in_prov: "318",
    emp_in_county: "421",
    emp_other: "174",
    insure_due: "2980",
    insured_pop: "2980",
  },
  bad: { emp_total: "1955" },
  submit: {
    "image button": (user) => user.click("[name=form1] [type=image]"),
    "form.submit()": (user) => user.evaluate("void document.form1.submit()"),
  },
  pass: {
    "Enter in a figure": async (user) => {
      await user.click(by("nd"));
      await user.press("Enter");
      await user.waitFor("document.activeElement === document.form1.qhdm");
    },
    重填: async (user) => {
      await user.click("#again");
      await user.waitFor("document.form1.a2.value === ''");
    },
    查找: async (user) => {
      await user.click("[name=find] [type=submit]");
      // The page that comes is looked after like the one that went.
      await user.waitFor("/key=/.test(location.search) && !!window.Tianbao && Tianbao.attached.length > 0");
    },
  },
  sent: (posts) => posts.filter(({ url }) => url.endsWith("/saveQuirks")).map(({ body }) => body),
};
