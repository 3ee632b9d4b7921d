"use client";

import { useEffect, useRef, useState } from "react";

const keptAs = "rollcall-limit-sound";
const toneHz = 660;
const toneSeconds = 0.18;

/** A short tone when one more is beyond a limit; off until it is asked for, kept by the browser. */
export function useLimitSound(beyond: number) {
  const [on, setOn] = useState(false);
  const before = useRef(beyond);

  useEffect(() => setOn(localStorage.getItem(keptAs) === "on"), []);
  useEffect(() => {
    if (on && beyond > before.current) play();
    before.current = beyond;
  }, [on, beyond]);

  return {
    on,
    toggle() {
      localStorage.setItem(keptAs, on ? "off" : "on");
      // Heard at once: so it sounds, and the browser lets the page sound from now on.
      if (!on) play();
      setOn(!on);
    },
  };
}

function play() {
  const context = new AudioContext();
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.frequency.value = toneHz;
  volume.gain.setValueAtTime(0.12, context.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, context.currentTime + toneSeconds);
  tone.connect(volume).connect(context.destination);
  tone.start();
  tone.stop(context.currentTime + toneSeconds);
  tone.onended = () => void context.close();
}
