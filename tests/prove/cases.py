"""Random cases and what the native engine says to them."""
import json
import subprocess
import sys
import tempfile
from pathlib import Path


def answers(driver, mode, seed, pairs, generator="generator.py"):
    """Yields each case with the engine's answer."""
    generator = Path(__file__).with_name(generator)
    with tempfile.TemporaryFile("w+", encoding="utf-8") as cases, tempfile.TemporaryFile("w+", encoding="utf-8") as told:
        subprocess.run([sys.executable, generator, seed, pairs], stdout=cases, check=True)
        cases.seek(0)
        subprocess.run([driver, mode], stdin=cases, stdout=told, check=True)
        cases.seek(0)
        told.seek(0)
        for case, answer in zip(cases, told, strict=True):
            yield json.loads(case), json.loads(answer)
