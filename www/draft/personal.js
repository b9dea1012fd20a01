// Which answers are about a person, not about the township: these are never kept. A pack does not say so itself; what the page and
// the labels say is taken together, and in doubt a text stays out of the draft. Counts of phones or people are figures and stay in.

/** @typedef {import("../types/inner").Bound} Bound */
/** @typedef {import("../types/inner").Pack} Pack */

/** Autofill's own names for what belongs to a person; "off" says nothing, since many portals put it everywhere. */
const AUTOFILL = /(^|\s)(name|honorific-\S+|given-name|additional-name|family-name|nickname|username|\S+-password|one-time-code|email|impp|tel\S*|street-address|address-\S+|postal-code|bday\S*|sex|cc-\S+)(\s|$)/i;
const TYPES = /^(password|email)$/i;
/** Numbers of a person: personal in whatever type of field they stand. */
const NUMBERS = /身份证|证件号|护照|银行卡|银行账[号户]|开户行|收款账[号户]|手机号|电话号码|联系电话|联系方式|社保卡号|医保卡号|统一登录|密码|微信号|QQ号/i;
/** Words for a person or a place to live: personal where a text is asked for. */
const WORDS = /姓名|填报人|填表人|经办人|联系人|负责人|审核人|法人|户主|手机|电话|传真|邮箱|电子邮件|住址|地址|住所|籍贯|出生|生日|民族|账号|签名|name of|contact|phone|mobile|telephone|e-?mail|address|passport|identity|bank account|date of birth|filled in by/i;
/** The same in the names that programmers give inputs, words parted by blanks. */
const NAMES = /(^| )(id ?card( ?no)?|id ?no|id ?number|identity|cert ?no|sfz\w*|zjhm|passport|phone|mobile|cell ?phone|tel|telephone|sjh\w*|lxdh|fax|e ?mail|real ?name|full ?name|user ?name|person ?name|contact\w*|linkman|tbr|xm|address|addr|dz|zz|bank ?(card|account|no)\w*|account ?no|password|pwd|birth\w*|birth ?day|bday|leader|principal|reporter)( |$)/;
/** An identity number or a mobile number inside a text. */
const SHAPES = /(^|\D)(\d{17}[\dXx]|1[3-9]\d[ -]?\d{4}[ -]?\d{4})(?!\d)/;

/** @param {Bound} bound @param {Pack} pack */
export function isPersonal({ field, control }, pack) {
  const input = /** @type {HTMLInputElement} */ (control.element);
  if (input.closest("[data-tianbao-private]")) return true;
  if (TYPES.test(input.getAttribute("type") || "") || AUTOFILL.test(input.getAttribute("autocomplete") || "")) return true;
  const { type, label, aliases } = pack.fields.filter(({ id }) => id === field)[0];
  const said = [label, input.getAttribute("placeholder") || "", input.getAttribute("aria-label") || ""].concat(aliases);
  if (said.some((text) => NUMBERS.test(text))) return true;
  if (!/^(text|date)$/.test(type)) return false;
  // For a figure, a telephone's input brings up the keys with digits and means no more than that.
  return input.type === "tel" || said.some((text) => WORDS.test(text)) || [field, control.name, control.id].some((name) => NAMES.test(parted(name)));
}

/** Whether a text written freely has a number of a person in it. @param {string} text */
export function tellsOfPerson(text) {
  return SHAPES.test(text);
}

/** contactPhone, contact_phone and contact-phone are the same words. @param {string} name */
function parted(name) {
  return name.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase().replace(/[^a-z0-9]+|\d+$/g, " ");
}
