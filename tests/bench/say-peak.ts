// Loaded before a command whose memory is measured: says its peak, in megabytes, on descriptor 3.

import { writeSync } from 'node:fs';

process.on('exit', () => {
  writeSync(3, String(process.resourceUsage().maxRSS / 1024));
});
