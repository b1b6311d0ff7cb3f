import { useId } from "preact/hooks";
import { fail } from "../../../platform/result.ts";
import { phonePaths } from "../contract.ts";
import { lineMessages } from "../messages.settings.ts";
import { MAX_AUDIO, type Recording, RECORDINGS } from "../policy.ts";
import type { PartProps } from "./settings.browser.tsx";

/** What is played when nobody answers. */
export function Recordings(props: PartProps) {
  const t = lineMessages[props.language];
  return (
    <section class="set-item stack" aria-label={t.recordings}>
      <h4>{t.recordings}</h4>
      <p class="hint">{t.recordingsHint}</p>
      {RECORDINGS.map((kind) => (
        <OneRecording key={kind} {...props} kind={kind} />
      ))}
    </section>
  );
}

function OneRecording(props: PartProps & { readonly kind: Recording }) {
  const { api, language, view, busy, run, kind } = props;
  const t = lineMessages[language];
  const id = useId();
  const address = view.line?.recordings[kind] ?? null;
  const path = phonePaths.recording(view.face, kind);
  const send = async (input: HTMLInputElement): Promise<void> => {
    const file = input.files?.[0];
    if (!file) return;
    await run(async () => {
      if (file.size > MAX_AUDIO) return fail("recording-refused");
      return api.put(path, { audio: base64url(new Uint8Array(await file.arrayBuffer())) });
    });
    input.value = "";
  };
  return (
    <div class="field">
      <label for={id}>{t[kind]}</label>
      <p class="hint">{address === null ? t.machine : t.own}</p>
      <input
        id={id}
        type="file"
        accept="audio/mpeg,audio/wav,audio/ogg,.mp3,.wav,.ogg"
        disabled={busy}
        onChange={(event) => void send(event.currentTarget)}
      />
      {address !== null && (
        <div class="row">
          <a class="button button-quiet" href={address} download>
            {t.listen}
          </a>
          <button
            type="button"
            class="button button-quiet"
            disabled={busy}
            onClick={() => void run(() => api.del(path))}
          >
            {t.removeRecording}
          </button>
        </div>
      )}
    </div>
  );
}

const PART = 0x8000;

function base64url(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += PART)
    text += String.fromCharCode(...bytes.subarray(at, at + PART));
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
