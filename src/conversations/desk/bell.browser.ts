import { signal } from "@preact/signals";

const NOTES = [587.33, 880];
const APART_S = 0.16;
const FADE_S = 0.9;
/** Of full strength: to be heard in the room, not in the next one. */
const STRENGTH = 0.08;

/** A soft tone, and a dot before a title that stays neutral. On or off is remembered by this page only. */
export class Bell {
  readonly on = signal(true);
  #sound: AudioContext | undefined;
  readonly #title = document.title;

  /** Browsers allow sound only after a press: called from one. */
  wake(): void {
    if (typeof AudioContext === "undefined") return;
    this.#sound ??= new AudioContext();
    void this.#sound.resume();
  }

  ring(): void {
    if (!this.on.value || this.#sound?.state !== "running") return;
    NOTES.forEach((pitch, at) => this.#note(pitch, at * APART_S));
  }

  toggle(): void {
    this.on.value = !this.on.value;
    this.wake();
    this.ring();
  }

  /** Says nothing of whom or what. */
  mark(waiting: boolean): void {
    document.title = waiting ? `• ${this.#title}` : this.#title;
  }

  close(): void {
    this.mark(false);
    void this.#sound?.close();
  }

  #note(pitch: number, after: number): void {
    const sound = this.#sound;
    if (!sound) return;
    const begin = sound.currentTime + after;
    const tone = new OscillatorNode(sound, { type: "sine", frequency: pitch });
    const volume = new GainNode(sound, { gain: 0 });
    volume.gain.setValueAtTime(0, begin);
    volume.gain.linearRampToValueAtTime(STRENGTH, begin + 0.03);
    volume.gain.exponentialRampToValueAtTime(0.0001, begin + FADE_S);
    tone.connect(volume).connect(sound.destination);
    tone.start(begin);
    tone.stop(begin + FADE_S);
  }
}
