import { ok, type Result } from "../../platform/result.ts";
import type { FaceContent } from "../contract.ts";
import type { FaceHours } from "../names.ts";
import type { FaceSettings } from "../views.ts";
import { Editing, type SettingsApi, type Versioned } from "./editing.browser.ts";

/** The two forms of a face: they are saved, and guarded against a colleague, each for itself. */
export interface Forms {
  readonly id: string;
  readonly texts: Editing<FaceContent>;
  readonly hours: Editing<FaceHours>;
}

const path = "/desk/api/faces";

export async function loadFaces(api: SettingsApi): Promise<Result<readonly FaceSettings[]>> {
  const answer = await api.get<{ faces: readonly FaceSettings[] }>(path);
  return answer.ok ? ok(answer.value.faces) : answer;
}

/** What she began to write is still there when she comes back from another page of the desk. */
const begun = new WeakMap<SettingsApi, Map<string, Forms>>();

export function formsOf(api: SettingsApi, face: FaceSettings): Forms {
  const known = begun.get(api) ?? new Map<string, Forms>();
  begun.set(api, known);
  const before = known.get(face.id);
  if (before?.hours.isChanged || before?.texts.isChanged) return before;
  const made = makeForms(api, face);
  known.set(face.id, made);
  return made;
}

function makeForms(api: SettingsApi, { id, ...face }: FaceSettings): Forms {
  const fresh = async <T>(
    pick: (settings: FaceSettings) => Versioned<T>,
  ): Promise<Result<Versioned<T>>> => {
    const all = await loadFaces(api);
    if (!all.ok) return all;
    const found = all.value.find((one) => one.id === id);
    return found ? ok(pick(found)) : { ok: false, code: "not-found" };
  };
  return {
    id,
    texts: new Editing(
      {
        load: () => fresh((one) => ({ version: one.version, value: one.face })),
        save: (version, value) => api.put(`${path}/${id}`, { version, face: value }),
      },
      { version: face.version, value: face.face },
    ),
    hours: new Editing(
      {
        load: () => fresh((one) => ({ version: one.hoursVersion, value: one.hours })),
        save: (version, value) => api.put(`${path}/${id}/hours`, { version, hours: value }),
      },
      { version: face.hoursVersion, value: face.hours },
    ),
  };
}
