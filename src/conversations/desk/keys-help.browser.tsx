import type { JSX } from "preact";
import { Dialog } from "./dialog.browser.tsx";
import { useScreen } from "./screen.browser.ts";
import { useWords } from "./words.browser.ts";

export function KeysHelp(): JSX.Element | null {
  const { t } = useWords();
  const { step } = useScreen();
  const close = (): void => void (step.value = null);
  if (step.value !== "keys") return null;
  const keys: readonly (readonly [readonly string[], string])[] = [
    [["j", "↓"], t.keyList],
    [["k", "↑"], t.keyListBack],
    [["Enter"], t.keyOpen],
    [["Alt+1 … 5"], t.keySwitch],
    [["s"], t.keyWrite],
    [["Esc"], t.keyLeave],
    [["Alt+G"], t.keyGuide],
    [["Alt+B"], t.keyWords],
    [["Alt+Shift+1 … 9"], t.keyRoom],
    [["Ctrl+."], t.keyLock],
    [["?"], t.keyHelp],
  ];
  return (
    <Dialog title={t.keysTitle} onClose={close}>
      <dl class="room-keys">
        {keys.map(([names, what]) => (
          <div key={what}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <div class="row room-dialog-row">
        <button type="button" class="button button-lamp" onClick={close}>
          {t.close}
        </button>
      </div>
    </Dialog>
  );
}
