import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type Hat, hatsOf, type Right, RIGHTS } from "../platform/permissions.ts";
import { ok, type Result } from "../platform/result.ts";
import type { VerifiedTrust } from "../protocol/index.ts";
import type { Language } from "../ui/languages.ts";
import { sameBytes, uuidText } from "./bytes.ts";
import { type MembersView, peoplePaths as paths } from "./contract.ts";
import { messages } from "./messages.rights.ts";
import { Fault, useWork } from "./parts.browser.tsx";
import type { Staff } from "./staff.browser.ts";
import { checkTrust } from "./trust.browser.ts";

interface Props {
  readonly staff: Staff;
  readonly language: Language;
}

type Wearers = Readonly<Partial<Record<Hat, readonly string[]>>>;

/** Who wears which hat, by the signed directory and the root that this browser has checked itself. */
function wearersOf(trust: VerifiedTrust, view: MembersView): Wearers {
  const names = new Map(view.members.map(({ id, name }) => [id, name]));
  const worn: Partial<Record<Hat, string[]>> = {};
  for (const member of trust.members) {
    const isCustodian = trust.root.keys.some((key) => sameBytes(key, member.identity));
    const hats: readonly Hat[] = [
      ...hatsOf(member),
      ...(isCustodian ? ["custodian" as const] : []),
    ];
    const name = names.get(uuidText(member.id));
    if (name !== undefined) for (const hat of hats) (worn[hat] ??= []).push(name);
  }
  // The directory is in the order of its random numbers.
  for (const wearers of Object.values(worn)) wearers.sort((a, b) => a.localeCompare(b, "sv"));
  return worn;
}

/** The table of who may do what, as the doors have it, with the names of those who wear each hat. */
export function RightsPage({ staff, language }: Props) {
  const t = messages[language];
  const wearers = useSignal<Wearers | null>(null);
  const work = useWork();
  const load = async (): Promise<Result<unknown>> => {
    const [view, trust] = await Promise.all([
      staff.api.get<MembersView>(paths.members),
      checkTrust(staff),
    ]);
    if (!view.ok) return view;
    if (!trust.ok) return trust;
    wearers.value = wearersOf(trust.value, view.value);
    return ok(null);
  };
  useEffect(() => void work.run(load), []);
  return (
    <div class="desk-page stack">
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      <Fault code={work.fault} language={language} />
      <ul class="desk-rights">
        {(Object.keys(RIGHTS) as Right[]).map((right) => (
          <RightRow key={right} right={right} language={language} wearers={wearers.value ?? {}} />
        ))}
      </ul>
    </div>
  );
}

interface RowProps {
  readonly right: Right;
  readonly language: Language;
  readonly wearers: Wearers;
}

function RightRow({ right, language, wearers }: RowProps) {
  const t = messages[language];
  const row = RIGHTS[right];
  const conditions: readonly ("pledged" | "checked" | "not-on-leave")[] =
    "while" in row ? row.while : [];
  return (
    <li class="card">
      <h2>{t[`right-${right}`]}</h2>
      <dl class="desk-data">
        {row.who.map((hat: Hat) => (
          <div key={hat}>
            <dt>{t[`hat-${hat}`]}</dt>
            <dd>{hat === "member" ? "" : (wearers[hat]?.join(", ") ?? t.nobody)}</dd>
          </div>
        ))}
        <div>
          <dt>{t.how}</dt>
          <dd>{t[`held-${row.heldBy}`]}</dd>
        </div>
        {conditions.length > 0 && (
          <div>
            <dt>{t.also}</dt>
            <dd>{conditions.map((one) => t[`while-${one}`]).join("; ")}</dd>
          </div>
        )}
      </dl>
    </li>
  );
}
