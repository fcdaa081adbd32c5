// A thread that reads elements of FINESS+.

import { answerBlocks } from '#seeds/pipeline/read-in-threads.ts';
import { readPlusLines } from '#seeds/sources/finess/plus-lines.ts';

answerBlocks(readPlusLines);
