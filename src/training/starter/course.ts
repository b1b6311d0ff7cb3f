import type { CourseContent } from "../contract.ts";
import { acute } from "./acute.ts";
import { ending } from "./ending.ts";
import { listening } from "./listening.ts";
import { pledge } from "./pledge.ts";

/** What every jour can begin with, and change. The acute parts say what the guide beside the chat says. */
export const starterCourse: CourseContent = {
  title: "Grundutbildning",
  lead: `Fyra delar som du går i din egen takt. Du kan sluta mitt i och fortsätta från en annan dator eller telefon.

Bara att du är klar sparas, inte vad du svarar. Svarar du fel får du veta varför, och provar igen. I övningarna skriver du i det riktiga chattrummet med någon som är påhittad.

Sedan följer ett möte med gruppen, tystnadslöftet och minst två pass där du sitter med.`,
  modules: [listening, pledge, acute, ending],
};
