import { leave } from "./leave.js";
import { makeDraft } from "../draft/draft.js";

leave({ makeDraft });
