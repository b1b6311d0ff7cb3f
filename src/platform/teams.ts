/** Who may read what is not about a person in need. Never a team to which those write who seek support. */
export const ENQUIRY_TEAMS = ["office", "board", "lecturers"] as const;
export type EnquiryTeam = (typeof ENQUIRY_TEAMS)[number];
