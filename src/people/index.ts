export type { Me, MemberId, MemberRole, TrustView } from "./contract.ts";
