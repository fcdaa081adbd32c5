// How does one ask a road server, without waiting for ever nor reading without end? Errors name the
// server and what it answered, never the positions asked.

import { AppError } from '#domain/error.ts';
import type { RoadQuestion, RoadTable } from '#domain/journey/road-table.ts';

const MOST_BYTES = 8_000_000;

export type RoadRequest = { url: string; body: unknown };

export type RoadReply = { status: number; json: unknown };

/** What one kind of road server is told and tells. */
export type RoadDialect = {
  /** `base`: without a slash at the end. */
  request: (base: string, question: RoadQuestion) => RoadRequest;
  /** « no_road »: one of the points at least lies too far from any road. Throws `unavailable`. */
  read: (question: RoadQuestion, reply: RoadReply, host: string) => RoadTable | 'no_road';
};

/** `body` null for a GET. The JSON of any answer, refusals included, with its status. */
export async function askJson({ url, body }: RoadRequest, signal: AbortSignal): Promise<RoadReply> {
  const { host } = new URL(url);
  try {
    const response = await fetch(url, {
      signal,
      // Elsewhere is not where the positions were meant to go.
      redirect: 'error',
      headers: {
        accept: 'application/json',
        ...(body === null ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === null ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
    const text = await readText(response, host);
    return { status: response.status, json: parse(text, host) };
  } catch (error) {
    if (error instanceof AppError) throw error;
    const why = signal.aborted ? 'it took too long' : 'it cannot be reached';
    // The cause may quote the address, and the address the positions.
    throw new AppError('unavailable', `Road server ${host}: ${why}.`);
  }
}

async function readText(response: Response, host: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  let byteCount = 0;
  for await (const chunk of response.body ?? []) {
    byteCount += chunk.length;
    if (byteCount > MOST_BYTES) {
      throw new AppError(
        'unavailable',
        `Road server ${host}: expected at most ${MOST_BYTES} bytes, received more.`,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parse(text: string, host: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError(
      'unavailable',
      `Road server ${host}: expected JSON, received something else.`,
    );
  }
}
