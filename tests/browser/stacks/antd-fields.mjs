// The report of the Ant Design page, as a page and as a dialog: which input asks which field, and in which pane.

/** Pane by pane: field of the pack to the input's id, which is its path in the form. @type {Record<string, Record<string, string>>} */
const IDS = {
  base: {
    township: "townshipName", area_code: "base_xzqhdm", year: "base_bgnd", terrain: "base_terrain", hh_total: "base_hhTotal",
    pop_total: "base_rkzs", village_total: "base_cjs", poor_hh: "base_tphs", poor_pop: "base_tprk",
  },
  jobs: {
    labour_force: "jobs_labourForce", labour_force_last: "jobs_labourForceLast", emp_total: "jobs_empTotal", emp_total_last: "jobs_empTotalLast",
    emp_out_prov: "jobs_swwg", emp_in_prov: "jobs_snwg", emp_in_county: "jobs_xnwg", emp_other: "jobs_qtjy", train_sessions: "jobs_train_qs",
    train_persons: "jobs_train_rc", welfare_posts: "jobs_gygw", welfare_persons: "jobs_gygwrs", welfare_pay: "jobs_gygwbt",
    income_pc: "jobs_incomePc", income_pc_last: "jobs_incomePcLast",
  },
  services: {
    school_age: "services_edu_slrs", school_in: "services_edu_zx", school_exempt: "services_edu_hx", dropout: "services_edu_cx",
    edu_persons: "services_eduPersons", edu_amount: "services_zzje", insure_due: "services_ycb", insured_pop: "services_sjcb",
    med_persons: "services_jzrc", med_amount: "services_jzje", house_found: "services_wf_fx", house_total: "services_wf_gz", house_poor: "services_wf_tp",
  },
};

/** @param {string} form @returns {Record<string, string>} */
export function fields(form) {
  /** @type {Record<string, string>} */
  const found = { has_scenic: `${form} .ant-radio-wrapper:first-child input` };
  Object.values(IDS).forEach((ids) => Object.entries(ids).forEach(([field, id]) => (found[field] = `${form} #report_${id}`)));
  return found;
}

/** The list and the group of buttons, by the mouse as a person does. @param {import("../stack").User} user */
export async function choose(user) {
  await user.click(".report .ant-radio-wrapper:first-child");
  await user.click(".report .ant-select-selector");
  await user.waitFor("!!document.querySelector('.ant-select-item-option')");
  await user.click(".ant-select-item-option:first-child");
}

/** Opens the pane of a field. @param {import("../stack").User} user @param {string} form @param {string} field */
export async function panes(user, form, field) {
  const pane = Object.keys(IDS).filter((name) => field in IDS[name])[0] || "base";
  const tab = `${form} .ant-tabs-tab[data-node-key="${pane}"]`;
  await user.click(tab);
  await user.waitFor(`document.querySelector('${form} [id$="-panel-${pane}"]').offsetHeight > 0`);
}

/** The plain township of the pack's own cases. @type {Record<string, string>} */
export const good = {
  township: "河口镇", area_code: "430999104", year: "2024", hh_total: "11208", pop_total: "38426", village_total: "21", poor_hh: "812", poor_pop: "2986",
  labour_force: "1742", emp_total: "1655", emp_out_prov: "742", emp_in_prov: "318", emp_in_county: "421", emp_other: "174", train_sessions: "14",
  train_persons: "612", welfare_posts: "96", welfare_persons: "96", welfare_pay: "69.12", income_pc: "17842.6",
  school_age: "3958", school_in: "3946", school_exempt: "12", dropout: "0", edu_persons: "1126", edu_amount: "84.45", insure_due: "3061", insured_pop: "3061",
  med_persons: "1438", med_amount: "96.35", house_found: "16", house_total: "16", house_poor: "9",
};
