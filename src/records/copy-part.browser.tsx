import { useSignal } from "@preact/signals";
import { type Register, REGISTERS } from "../protocol/records/index.ts";
import { formatDate } from "../ui/languages.ts";
import { type FetchedCopy, fetchCopy } from "./copies-app.browser.ts";
import { CopyForm } from "./copy-form.browser.tsx";
import { messages } from "./messages.keeping.ts";
import { dayText } from "./parts.browser.tsx";
import type { PartProps } from "./record-panel.browser.tsx";

interface Fetched extends FetchedCopy {
  readonly register: Register;
}

/** The copies of one member's extracts. A file that nobody's signature vouches for is given only after saying so. */
export function CopyPart(props: PartProps) {
  const { staff, language, loaded, record } = props;
  const t = messages[language];
  const fetched = useSignal<Fetched | null>(null);
  const { extract } = record;
  if (extract.kind !== "copy") return <CopyForm {...props} />;
  const { copy } = extract;
  const isReader = copy.readers.includes(staff.me.value?.member ?? "");
  const look = (register: Register): void => {
    fetched.value = null;
    void loaded.work.run(async () => {
      const found = await fetchCopy(staff, { copy, register });
      if (!found.ok) return found;
      fetched.value = { ...found.value, register };
      if (found.value.handedIn) saveFile(found.value.file, register);
      return found;
    });
  };
  return (
    <section class="stack" aria-label={t.copyTitle}>
      <p>
        {t.copyNow(dayText(copy.issuedOn, language), dayText(copy.startedOn, language))}{" "}
        {t.copyKeep}
      </p>
      {isReader && (
        <div class="row">
          {REGISTERS.map((register) => (
            <button
              type="button"
              class="button"
              key={register}
              disabled={loaded.work.busy}
              onClick={() => look(register)}
            >
              {t.open}: {t[register]}
            </button>
          ))}
        </div>
      )}
      <div role="status">
        {fetched.value && <Proof language={language} fetched={fetched.value} />}
      </div>
    </section>
  );
}

interface ProofProps extends Pick<PartProps, "language"> {
  readonly fetched: Fetched;
}

function Proof({ language, fetched: { handedIn, file, register } }: ProofProps) {
  const t = messages[language];
  if (handedIn)
    return <p class="soft small">{t.copyProven(handedIn.by, formatDate(handedIn.at, language))}</p>;
  return (
    <div class="notice notice-danger stack">
      <p>{t.copyUnproven}</p>
      <button type="button" class="button record-start" onClick={() => saveFile(file, register)}>
        {t.copyAnyway}
      </button>
    </div>
  );
}

/** A neutral name: what lies in the folder of downloads tells nothing by it. */
function saveFile(file: Blob, register: Register): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = register === "criminal" ? "handling-1" : "handling-2";
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
