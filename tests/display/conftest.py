"""A headless Chromium, where there is one, driven over a pair of pipes: nothing but the browser is needed."""

import base64
import json
import os
import select
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

#: Names that the browser goes by.
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
#: Seconds after which the browser has hung.
PATIENCE = 120.0
#: Key codes, as Windows has them, of the keys that the tests press.
KEYS = {"Tab": 9, "Enter": 13, "Escape": 27, "ArrowLeft": 37, "ArrowRight": 39}


class Browser:
    """One tab, and what the tests do with it."""

    def __init__(self, program: str, profile: Path) -> None:
        to_read, self._write = os.pipe()
        self._read, to_write = os.pipe()
        arguments = [program, "--headless=new", "--remote-debugging-pipe", f"--user-data-dir={profile}", "--no-first-run", "--disable-gpu",
                     "--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND"]  # fmt: skip
        if os.geteuid() == 0:
            arguments.append("--no-sandbox")  # Chromium does not run as root with it

        def connect() -> None:  # the browser reads commands from file 3 and answers on file 4
            low, high = os.dup(to_read), os.dup(to_write)
            os.dup2(low, 3)
            os.dup2(high, 4)

        self._process = subprocess.Popen(
            arguments, preexec_fn=connect, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )  # fmt: skip
        os.close(to_read)
        os.close(to_write)
        self._count = 0
        self._buffer = b""
        self._session: str | None = None
        self._complaints: list[str] = []
        self._loaded = False
        target = self.command("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.command("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.command(f"{domain}.enable")

    def close(self) -> None:
        with suppress(OSError):
            self._session = None
            self.command("Browser.close")
        try:
            self._process.wait(PATIENCE)
        finally:
            self._process.kill()
            os.close(self._write)
            os.close(self._read)

    def command(self, method: str, /, **parameters: Any) -> dict[str, Any]:
        """A command of the DevTools protocol and its answer."""
        self._count += 1
        message = {"id": self._count, "method": method, "params": parameters} | ({"sessionId": self._session} if self._session else {})
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._count:
                assert "error" not in answer, answer["error"]
                return dict(answer["result"])

    def _next(self) -> dict[str, Any]:
        """The next message; events are noted."""
        while b"\0" not in self._buffer:
            assert select.select([self._read], [], [], PATIENCE)[0], "the browser does not answer"
            read = os.read(self._read, 1 << 20)
            assert read, "the browser has ended"
            self._buffer += read
        line, _, self._buffer = self._buffer.partition(b"\0")
        message: dict[str, Any] = json.loads(line)
        match message.get("method"):
            case "Page.loadEventFired":
                self._loaded = True
            case "Runtime.exceptionThrown" | "Runtime.consoleAPICalled" | "Log.entryAdded":
                self._complaints.append(json.dumps(message["params"]))
        return message

    def open(self, path: Path, *, width: int = 1280, height: int = 800, scheme: str = "light") -> None:
        """Shows a file in a window of some size, in light or dark; the pointer is in a corner."""
        self.command("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600)
        self.media("", scheme)
        self.command("Input.dispatchMouseEvent", type="mouseMoved", x=0, y=0)
        self._loaded = False
        self.command("Page.navigate", url=path.as_uri())
        while not self._loaded:
            self._next()

    def media(self, media: str, scheme: str) -> None:
        """Emulates a medium (screen or print) and a colour scheme; nothing glides."""
        features = {"prefers-color-scheme": scheme, "prefers-reduced-motion": "reduce"}
        self.command("Emulation.setEmulatedMedia", media=media, features=[{"name": n, "value": v} for n, v in features.items()])

    def run(self, script: str) -> Any:
        """What an expression, or a function's body that returns, gives."""
        expression = f"(() => {{{script}}})()" if "return" in script else script
        answer = self.command("Runtime.evaluate", expression=expression, returnByValue=True, userGesture=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def rest(self, milliseconds: int) -> None:
        """Lets the page's own time go by: what it had put off for less has been done then, however busy the machine is."""
        self.command("Runtime.evaluate", expression=f"new Promise((done) => setTimeout(done, {milliseconds}))", awaitPromise=True)

    def until(self, expression: str) -> None:
        """Waits until an expression holds."""
        end = time.monotonic() + PATIENCE
        while not self.run(expression):
            assert time.monotonic() < end, expression
            self.rest(20)

    def text(self, selector: str) -> str:
        """The text of an element as it is shown."""
        return str(self.run(f"document.querySelector({json.dumps(selector)}).innerText"))

    def texts(self, selector: str) -> list[str]:
        return list(self.run(f"[...document.querySelectorAll({json.dumps(selector)})].map((e) => e.innerText)"))

    def count(self, selector: str) -> int:
        return int(self.run(f"document.querySelectorAll({json.dumps(selector)}).length"))

    def point(self, selector: str, number: int = 0, *, wait: int = 150) -> tuple[float, float]:
        """Moves the pointer to the first line of an element, and waits a moment."""
        x, y = self.run(f"""
            const element = document.querySelectorAll({json.dumps(selector)})[{number}];
            element.scrollIntoView({{ block: "center", behavior: "instant" }});
            const box = element.getClientRects()[0];
            return [box.x + box.width / 2, box.y + box.height / 2];""")
        self.command("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
        self.rest(wait)
        return x, y

    def click(self, selector: str, number: int = 0) -> None:
        x, y = self.point(selector, number, wait=0)
        for kind in ("mousePressed", "mouseReleased"):
            self.command("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def tap(self, selector: str, number: int = 0) -> None:
        """With a finger; what it does may take a moment."""
        self.command("Emulation.setTouchEmulationEnabled", enabled=True)
        x, y = self.run(f"""
            const element = document.querySelectorAll({json.dumps(selector)})[{number}];
            element.scrollIntoView({{ block: "center", behavior: "instant" }});
            const box = element.getClientRects()[0];
            return [box.x + box.width / 2, box.y + box.height / 2];""")
        self.command("Input.dispatchTouchEvent", type="touchStart", touchPoints=[{"x": x, "y": y}])
        self.command("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])
        self.command("Emulation.setTouchEmulationEnabled", enabled=False)

    def press(self, *keys: str) -> None:
        for key in keys:
            text = {"text": "\r"} if key == "Enter" else {}
            for kind in ("keyDown", "keyUp"):
                self.command("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=KEYS[key],
                             **(text if kind == "keyDown" else {}))  # fmt: skip

    def screenshot(self) -> bytes:
        return base64.b64decode(self.command("Page.captureScreenshot", format="png")["data"])

    def pdf(self) -> bytes:
        return base64.b64decode(self.command("Page.printToPDF", preferCSSPageSize=True)["data"])

    def complaints(self) -> list[str]:
        """What the console has got since last asked."""
        self.run("0")  # events come before the answer to a later command
        found, self._complaints = self._complaints, []
        return found


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    program = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if not program:
        pytest.skip("Chromium is not installed (Debian: apt-get install chromium)")
    started = Browser(program, tmp_path_factory.mktemp("profile"))
    try:
        yield started
    finally:
        started.close()
