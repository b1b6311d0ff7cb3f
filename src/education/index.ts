export {
  educationPages,
  educationPaths,
  type LectureContent,
  type LectureRequest,
} from "./contract.ts";
export type { DemoEducation } from "./demo-content.ts";
