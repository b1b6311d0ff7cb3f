import type { Door } from "../platform/http/index.server.ts";
import type { CounsellingDeps } from "./board.server.ts";
import { boardDoors } from "./routes.server.ts";

export const openCounselling = (deps: CounsellingDeps): Door[] => boardDoors(deps);
