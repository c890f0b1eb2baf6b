"""A headless Chromium, driven over its debugging pipe: no driver and no package are needed."""
import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import time

FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--remote-debugging-pipe"]


class Chromium:
    def __init__(self, program, size=(1440, 900)):
        self.profile = tempfile.mkdtemp(prefix="digestkg-chromium-")
        from_us, self.to_browser = os.pipe()
        self.from_browser, to_us = os.pipe()
        script = f'exec 3<&{from_us} 4>&{to_us}; exec "$@"'  # Chromium reads descriptor 3 and writes 4
        self.process = subprocess.Popen(["bash", "-c", script, "bash", program, *FLAGS, f"--user-data-dir={self.profile}",
                                         "--window-size=%d,%d" % size, "about:blank"],
                                        pass_fds=(from_us, to_us), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(from_us)
        os.close(to_us)
        self.buffer, self.number, self.session, self.faults = b"", 0, None, []
        target = self.call("Target.getTargets")["targetInfos"]
        page = next(one for one in target if one["type"] == "page")
        self.session = self.call("Target.attachToTarget", targetId=page["targetId"], flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.call(domain + ".enable")

    def close(self):
        self.process.terminate()
        self.process.wait(30)
        shutil.rmtree(self.profile, ignore_errors=True)

    def call(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.to_browser, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.read()
            if answer.get("id") == self.number:
                assert "error" not in answer, answer
                return answer["result"]

    def read(self):
        while b"\0" not in self.buffer:
            assert select.select([self.from_browser], [], [], 60)[0], "Chromium does not answer"
            part = os.read(self.from_browser, 1 << 16)
            assert part, "Chromium ended"
            self.buffer += part
        message, self.buffer = self.buffer.split(b"\0", 1)
        answer = json.loads(message)
        self.note(answer)
        return answer

    def note(self, event):
        """Keeps what a reader would see as an error in the console."""
        method, detail = event.get("method"), event.get("params", {})
        if method == "Runtime.exceptionThrown":
            self.faults.append(detail["exceptionDetails"].get("exception", {}).get("description", "exception"))
        elif method == "Log.entryAdded" and detail["entry"]["level"] in ("error", "warning"):
            self.faults.append(detail["entry"]["text"])
        elif method == "Runtime.consoleAPICalled" and detail["type"] in ("error", "warning", "assert"):
            self.faults.append("console: " + json.dumps(detail["args"])[:300])
        elif method == "Page.javascriptDialogOpening":
            self.faults.append("dialog: " + detail["message"])
            self.call("Page.handleJavaScriptDialog", accept=True)

    def open(self, address):
        self.call("Page.navigate", url=address)
        self.until("document.body && document.body.dataset.ready === 'yes'")

    def value(self, expression):
        result = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in result, result["exceptionDetails"]
        return result["result"].get("value")

    def until(self, condition):
        for _ in range(600):
            if self.value(condition):
                return
            time.sleep(0.05)
        raise AssertionError(f"never true: {condition}; {self.faults}")

    def type(self, text):
        self.call("Input.insertText", text=text)

    def press(self, key):
        codes = {"Enter": 13, "Escape": 27, "ArrowDown": 40, "ArrowLeft": 37, "Tab": 9}
        text = {"Enter": "\r"}.get(key, key if len(key) == 1 else "")
        common = {"key": key, "windowsVirtualKeyCode": codes.get(key, ord(key[0].upper()))}
        self.call("Input.dispatchKeyEvent", type="keyDown", text=text, **common)
        self.call("Input.dispatchKeyEvent", type="keyUp", **common)

    def click(self, x, y):
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def click_on(self, selector):
        box = self.value(f"(() => {{ const e = document.querySelector({json.dumps(selector)}); e.scrollIntoView({{block: 'center'}});"
                         " const b = e.getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2]; })()")
        self.click(*box)

    def picture(self, path):
        with open(path, "wb") as file:
            file.write(base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"]))
