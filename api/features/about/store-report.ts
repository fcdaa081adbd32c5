// Keeps what somebody reported, for review: about one entry or one offer that exists.

import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Database } from '#db/database.ts';
import { insertReport } from '#db/queries/about/insert-report.ts';
import type { reportBody } from './contract.ts';
