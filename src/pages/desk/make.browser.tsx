import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { type PageSettings, pagePaths as paths } from "../contract.ts";
import { isDated, type Kind } from "../kinds.ts";
import { deskMessages } from "../messages.desk.ts";
import { pageMessages } from "../messages.ts";
import { slugOf } from "../text/parse.ts";
import { Button, Fault, Field, Pick } from "./parts.browser.tsx";
import { ReferralFields } from "./referral.browser.tsx";
import type { Part } from "./room.browser.tsx";

const blank: PageSettings = { kind: "guide", slug: "", face: null, dated: null, position: 0 };

/** A new page: what it is, and where it stands. Its text comes next. */
export function MakePage({ book, language, onDone }: Part & { onDone: () => void }): JSX.Element {
  const t = deskMessages[language];
  const title = useSignal("");
  const settings = useSignal(blank);
  const fault = useSignal<string | null>(null);
  // The address follows the title until she writes one herself.
  const isOwn = useSignal(false);
  const rename = (value: string): void => {
    title.value = value;
    if (!isOwn.value) settings.value = { ...settings.value, slug: slugOf(value) };
  };
  const make = async (): Promise<void> => {
    const body = { ...settings.value, language: "sv", title: title.value };
    const made = await book.act<{ page: string }>(paths.make, body);
    fault.value = made.ok ? null : made.code;
    if (!made.ok) return;
    onDone();
    await book.open(made.value.page, "sv");
  };
  return (
    <section class="card stack" aria-label={t.newPage}>
      <h2>{t.newPage}</h2>
      <Field label={t.name} value={title.value} onValue={rename} maxLength={160} />
      <SettingsFields
        {...{ book, language, settings: settings.value }}
        onChange={(change) => {
          if (change.slug !== undefined) isOwn.value = true;
          settings.value = { ...settings.value, ...change };
        }}
      />
      <Fault code={fault.value} language={language} />
      <div class="row">
        <Button kind="lamp" disabled={title.value.trim() === ""} onPress={() => void make()}>
          {t.make}
        </Button>
        <Button kind="quiet" onPress={onDone}>
          {t.cancel}
        </Button>
      </div>
    </section>
  );
}

interface FieldsProps extends Part {
  readonly settings: PageSettings;
  readonly onChange: (change: Partial<PageSettings>) => void;
}

/** Kind, address, face, date, place: the same for a new page and an old one. */
export function SettingsFields({ book, language, settings, onChange }: FieldsProps): JSX.Element {
  const t = deskMessages[language];
  const faces = book.list.value?.faces ?? [];
  const { kind, slug, face } = settings;
  return (
    <>
      <div class="pages-both">
        <Pick<Kind>
          label={t.kind}
          value={kind}
          of={kindsOf(book, kind).map((one) => [one, pageMessages[language][one]] as const)}
          onPick={(picked) => onChange({ kind: picked })}
        />
        {faces.length > 0 && (
          <Pick<string>
            label={t.face}
            value={face ?? ""}
            of={[["", t.allFaces], ...faces.map(({ id, name }) => [id, name] as const)]}
            onPick={(picked) => onChange({ face: picked === "" ? null : picked })}
          />
        )}
      </div>
      <Field
        label={t.address}
        hint={t.addressHint}
        value={slug}
        onValue={(value) => onChange({ slug: value })}
        maxLength={80}
      />
      {kind === "referral" && <ReferralFields {...{ language, settings, onChange }} />}
      <Order {...{ book, language, settings, onChange }} />
    </>
  );
}

/** Those that are written here; a page that is of another kind keeps it. */
function kindsOf(book: FieldsProps["book"], current: Kind): readonly Kind[] {
  const kinds = book.list.value?.kinds ?? [];
  return kinds.includes(current) ? kinds : [current, ...kinds];
}

/** News and reports stand by their day, all else by a number. */
function Order({ language, settings, onChange }: FieldsProps): JSX.Element {
  const t = deskMessages[language];
  const { kind, dated, position } = settings;
  if (isDated(kind))
    return (
      <Field
        label={t.date}
        hint={t.dateHint}
        type="date"
        value={dated ?? ""}
        onValue={(value) => onChange({ dated: value === "" ? null : value })}
      />
    );
  return (
    <Field
      label={t.position}
      type="number"
      value={String(position)}
      onValue={(value) => onChange({ position: Math.trunc(Number(value)) || 0 })}
    />
  );
}
