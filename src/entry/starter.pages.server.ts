import type { Referral, TextLanguage } from "../pages/index.ts";
import { makePage, publishIn, saveIn } from "../pages/index.server.ts";
import type { FaceId, TenantTx } from "../platform/database/index.server.ts";
import type { FaceKind } from "../site/index.ts";
import type { WrittenPage, WrittenText } from "./starter.page.ts";
import { draftsOf, federationDrafts, urgentPages } from "./starter.pages.ts";

interface Laid extends WrittenPage {
  readonly dated?: string;
  readonly referral?: Referral;
}

interface Place {
  readonly face: FaceId | null;
  readonly position: number;
  readonly cover?: string | null;
  readonly isPublished: boolean;
}

/** A page that no member wrote, in all its languages. */
export async function layOut(tx: TenantTx, page: Laid, place: Place): Promise<void> {
  const { kind, slug, dated = null, referral = null, texts } = page;
  const { face, position, cover = null, isPublished } = place;
  const said = Object.entries(texts) as [TextLanguage, WrittenText][];
  const [first, ...others] = said.map(([language, text]) => ({
    ...{ language, text: { ...text, cover } },
  }));
  if (!first) return;
  const settings = { kind, slug, face, dated, position, referral };
  const made = await makePage(tx, { ...settings, ...first }, null);
  if (!made.ok) throw new Error(`the page ${slug} cannot be made: ${made.code}`);
  const { page: id } = made.value;
  for (const { language, text } of others)
    await saveIn(tx, { page: id, language }, { after: 0, text, member: null, follows: 1 });
  if (!isPublished) return;
  for (const [language] of said) await publishIn(tx, { page: id, language }, 1, null, Date.now());
}

/** On the first face of a jour; its other faces show what is not for one of them alone. */
export interface FirstFace {
  readonly id: FaceId;
  readonly kind: FaceKind;
  readonly name: string;
}

/**
 * What a new jour finds under Pages (docs/decisions/0262): what is urgent and how to clear traces can be
 * read at once; all that speaks for the jour waits for somebody of hers to read it first.
 */
export async function layStarter(tx: TenantTx, { id, kind, name }: FirstFace): Promise<void> {
  const here = ({ face = kind }: WrittenPage): boolean => face === kind;
  const placed = (page: WrittenPage): FaceId | null => (page.face === undefined ? null : id);
  for (const [position, page] of urgentPages.entries())
    await layOut(tx, page, { face: null, position, isPublished: true });
  for (const [position, page] of draftsOf(name).filter(here).entries())
    await layOut(tx, page, { face: placed(page), position, isPublished: false });
}

export async function layFederationStarter(tx: TenantTx, name: string): Promise<void> {
  for (const [position, page] of federationDrafts(name).entries())
    await layOut(tx, page, { face: null, position, isPublished: false });
}
