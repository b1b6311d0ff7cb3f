import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { Result } from "../platform/result.ts";
import { newRecoveryCode } from "../protocol/index.ts";
import type { Language } from "../ui/languages.ts";
import { ChooseWay } from "./choose-way.browser.tsx";
import { Confirm } from "./confirm.browser.tsx";
import { peoplePaths as paths, type WayView } from "./contract.ts";
import type { Choice } from "./enrol.browser.ts";
import { messages } from "./messages.mine.ts";
import { monthText } from "./months.ts";
import { Fault, useWork } from "./parts.browser.tsx";
import { passkeysExist } from "./passkey.browser.ts";
import { RecoveryCode } from "./recovery-code.browser.tsx";
import type { Staff } from "./staff.browser.ts";
import { addWay, changeRecoveryCode } from "./ways.browser.ts";

interface Props {
  readonly staff: Staff;
  readonly language: Language;
  readonly ways: readonly WayView[];
  readonly onChanged: () => void;
}

type Adding = Choice["kind"] | "recovery" | null;

/** Passkeys, passphrase and recovery code: what there is, and what may be added or taken away. */
export function WaysCard(props: Props) {
  const { staff, language, onChanged } = props;
  const adding = useSignal<Adding>(null);
  const done = (): void => {
    adding.value = null;
    onChanged();
  };
  if (adding.value === "recovery")
    return <NewCode staff={staff} language={language} onDone={done} />;
  if (adding.value !== null)
    return <Add staff={staff} language={language} kind={adding.value} onDone={done} />;
  return <List {...props} onAdd={(kind) => (adding.value = kind)} />;
}

function List({
  staff,
  language,
  ways,
  onChanged,
  onAdd,
}: Props & { onAdd: (kind: Adding) => void }) {
  const t = messages[language];
  const work = useWork();
  const remove = async (id: string): Promise<void> => {
    if (await work.run(() => staff.api.del(`${paths.myWays}/${id}`))) onChanged();
  };
  return (
    <section class="card stack" aria-labelledby="ways-title">
      <h2 id="ways-title">{t.waysTitle}</h2>
      <p class="soft">{t.waysLead}</p>
      <ul class="desk-list">
        {ways.map((way) => (
          <li key={way.id}>
            <WayLine language={language} way={way} />
            {way.kind !== "recovery" && (
              <Confirm
                label={t.remove}
                name={t.removeNamed(way.label || t[way.kind])}
                question={t.removeSure}
                yes={t.yesRemove}
                no={t.no}
                busy={work.busy}
                onYes={() => void remove(way.id)}
              />
            )}
          </li>
        ))}
      </ul>
      <Fault code={work.fault} language={language} />
      <AddButtons language={language} onAdd={onAdd} />
    </section>
  );
}

function AddButtons({ language, onAdd }: { language: Language; onAdd: (kind: Adding) => void }) {
  const t = messages[language];
  const kinds = passkeysExist()
    ? (["passkey", "passphrase", "recovery"] as const)
    : (["passphrase", "recovery"] as const);
  const texts = { passkey: t.addPasskey, passphrase: t.addPassphrase, recovery: t.newCode };
  return (
    <>
      <div class="row">
        {kinds.map((kind) => (
          <button type="button" class="button" key={kind} onClick={() => onAdd(kind)}>
            {texts[kind]}
          </button>
        ))}
      </div>
      <p class="hint">{t.newCodeHint}</p>
    </>
  );
}

function WayLine({ language, way }: { language: Language; way: WayView }) {
  const t = messages[language];
  return (
    <div class="desk-list-text">
      <span>
        {t[way.kind]}
        {way.label !== "" && `: ${way.label}`}
      </span>
      <span class="soft small">{t.since(monthText(way.month, language))}</span>
    </div>
  );
}

interface AddProps {
  readonly staff: Staff;
  readonly language: Language;
  readonly onDone: () => void;
}

function Add({ staff, language, kind, onDone }: AddProps & { kind: Choice["kind"] }) {
  const work = useWork();
  const add = async (choice: Choice): Promise<void> => {
    if (await work.run(() => addWay(staff, choice))) onDone();
  };
  return (
    <ChooseWay
      staff={staff}
      language={language}
      work={work}
      only={kind}
      onChoice={(choice) => void add(choice)}
      onBack={onDone}
    />
  );
}

function NewCode({ staff, language, onDone }: AddProps) {
  const t = messages[language];
  const code = useMemo(() => newRecoveryCode(staff.suite), []);
  const change = async (): Promise<Result<unknown>> => {
    const changed = await changeRecoveryCode(staff, code);
    if (changed.ok) onDone();
    return changed;
  };
  return (
    <div class="stack">
      <RecoveryCode
        language={language}
        jour={staff.entrance.jour.name}
        code={code}
        level={2}
        onDone={change}
      />
      <button type="button" class="button button-quiet" onClick={onDone}>
        {t.cancel}
      </button>
    </div>
  );
}
