// The page that holds the report. WeChat hands the messages over only when the web-view is left, shared or destroyed, all at
// once: so a message is a courtesy, and the portal's own server says what was received.
const ADDRESS = "https://report.example.gov.cn/h5/report.html";

Page({
  data: { src: "", passed: null },

  onLoad({ id = "" }) {
    this.setData({ src: `${ADDRESS}?id=${encodeURIComponent(id)}` });
  },

  onMessage({ detail }) {
    const passed = detail.data.filter(({ type }) => type === "tianbao").pop();
    if (passed) this.setData({ passed });
  },

  again() {
    this.setData({ passed: null });
  },
});
