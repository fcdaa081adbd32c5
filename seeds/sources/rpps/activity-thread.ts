// A thread that reads activities of the register of professionals.

import { answerBlocks } from '#seeds/pipeline/read-in-threads.ts';
import { readActivityLines } from '#seeds/sources/rpps/activity-lines.ts';

answerBlocks(readActivityLines);
