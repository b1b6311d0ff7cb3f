import type { Referral } from "../pages/index.ts";
import { layPages } from "../pages/index.server.ts";
import type { FaceId, TenantTx } from "../platform/database/index.server.ts";
import type { FaceKind } from "../site/index.ts";
import type { WrittenPage } from "./starter.page.ts";
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

/** Pages that no member wrote, in all their languages. */
export const layOut = (tx: TenantTx, pages: readonly (readonly [Laid, Place])[]): Promise<void> =>
  layPages(
    tx,
    pages.map(
      ([{ kind, slug, dated = null, referral = null, texts }, { cover = null, ...place }]) => ({
        ...{ kind, slug, dated, referral, ...place },
        texts: Object.fromEntries(
          Object.entries(texts).map(([language, text]) => [language, { ...text, cover }]),
        ),
      }),
    ),
  );

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
export function layStarter(tx: TenantTx, { id, kind, name }: FirstFace): Promise<void> {
  const here = ({ face = kind }: WrittenPage): boolean => face === kind;
  const urgent = urgentPages.map(
    (page, position) => [page, { face: null, position, isPublished: true }] as const,
  );
  const drafts = draftsOf(name)
    .filter(here)
    .map((page, position) => {
      const face = page.face === undefined ? null : id;
      return [page, { face, position, isPublished: false }] as const;
    });
  return layOut(tx, [...urgent, ...drafts]);
}

export const layFederationStarter = (tx: TenantTx, name: string): Promise<void> =>
  layOut(
    tx,
    federationDrafts(name).map((page, position) => [
      page,
      { face: null, position, isPublished: false },
    ]),
  );
