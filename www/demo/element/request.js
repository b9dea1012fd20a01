// The portal's own way of sending: JSON by XMLHttpRequest, the answer's code checked.
function request(path, data) {
  return new Promise(function (resolve, reject) {
    var xhr = new XMLHttpRequest();
    xhr.open("POST", path);
    xhr.setRequestHeader("Content-Type", "application/json;charset=utf-8");
    xhr.onload = function () {
      var result = JSON.parse(xhr.responseText);
      if (result.code === 0) resolve(result);
      else reject(new Error(result.msg));
    };
    xhr.onerror = function () { reject(new Error("系统接口请求异常")); };
    xhr.send(JSON.stringify(data));
  });
}
