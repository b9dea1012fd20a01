// The text at an address, as the page itself may read it.

/** @param {string} address @returns {Promise<string>} rejected with a few words where it cannot be had */
export function textAt(address) {
  return typeof fetch === "undefined" ? requested(address) : fetched(address);
}

/** @param {string} address */
function fetched(address) {
  return fetch(address, { credentials: "same-origin" }).then((response) => {
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return response.text();
  });
}

/** Safari 10.0 knows this way only. @param {string} address @returns {Promise<string>} */
function requested(address) {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.onload = () => (request.status < 400 ? done(request.responseText) : fail(new Error(`HTTP ${request.status}`)));
    request.onerror = () => fail(new Error("no answer"));
    request.open("GET", address);
    request.send();
  });
}
