export {
  type Channel,
  type Colour,
  type Door,
  DOORS,
  type FaceHours,
  type HoursException,
  type Interval,
  OFFICE_PAGE,
  type Week,
} from "./names.ts";
export type { FaceContent, HoursContent } from "./contract.ts";
export type {
  ChannelState,
  ChannelView,
  DoorView,
  FaceKind,
  FaceView,
  GentleWay,
  OtherJour,
  PhoneView,
  Policy,
  ShiftFace,
  Way,
} from "./views.ts";
