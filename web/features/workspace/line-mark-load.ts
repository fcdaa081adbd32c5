// What the page of imported lines must know, and what its forms do.

import { OVERLAY_TARGETS } from '#domain/transport/line-overlay.ts';
import { withQuery } from '#web/lib/api.ts';
import type { PageOutcome, PageRequest } from '#web/lib/page.ts';
import { workspaceApi } from '#web/lib/workspace-api.ts';
import { findMembership } from './find-membership.ts';
import type { LineDetail, ListedLine, Overlay, Overlays } from './line-mark-data.ts';
import {
  BLANK,
  type MarkField,
  type MarkValues,
  readMark,
  valuesOf,
  writtenValues,
} from './line-mark-values.ts';
import type { Membership } from './workspace-data.ts';

const GESTURES = ['added', 'changed', 'removed'] as const;
type Gesture = (typeof GESTURES)[number];
type Failure = 'stale' | 'both' | 'twice' | 'refused';

export type MarkForm = {
  /** What is marked: one of a line to choose in, or one marked already. */
  about: { kind: 'line'; line: LineDetail; key: string } | { kind: 'mark'; overlay: Overlay };
  etag: string;
  values: MarkValues;
  wrong: readonly MarkField[];
  /** Somebody said otherwise meanwhile: what is written here is not what is held. */
  isBehind: boolean;
};

export type LineMarksData = {
  path: string;
  workspace: Membership;
  overlays: readonly Overlay[];
  mayEdit: boolean;
  /** What was looked for. */
  words: string | null;
  found: readonly ListedLine[];
  form: MarkForm | null;
  done: Gesture | null;
  failure: Failure | null;
};

type Told = Pick<LineMarksData, 'done' | 'failure'> & {
  /** What was written, when it could not be saved. */
  written: MarkValues | null;
  etag: string | null;
  wrong: readonly MarkField[];
};
const CALM: Told = { done: null, failure: null, written: null, etag: null, wrong: [] };

export async function loadLineMarks(request: PageRequest): Promise<PageOutcome<LineMarksData>> {
  const done = GESTURES.find((word) => word === request.query.get('fait')) ?? null;
  return show(request, request.query, { ...CALM, done }, 200);
}

export async function submitLineMarks(
  request: PageRequest,
  form: URLSearchParams,
): Promise<PageOutcome<LineMarksData>> {
  const { api, params, path } = request;
  const root = `${workspaceApi(params['espace'] ?? '')}/overlays`;
  const id = form.get('marquee');
  const address = id === null ? root : `${root}/${encodeURIComponent(id)}`;
  const etag = form.get('etat') ?? '';
  const end = (gesture: Gesture) =>
    ({ kind: 'redirect', to: withQuery(path, { fait: gesture }) }) as const;
  const refuse = (status: number, told: Partial<Told>) => {
    const failure = status === 412 ? 'stale' : status === 409 ? 'twice' : 'refused';
    return show(request, form, { ...CALM, failure, ...told }, status === 404 ? 409 : status);
  };

  if (form.get('geste') === 'retirer') {
    const { status } = await api.call('DELETE', address, { etag });
    return status === 204 ? end('removed') : refuse(status, {});
  }
  const written = writtenValues(form);
  const before = id === null ? null : await findOverlay(request, id);
  const { said, wrong } = readMark(written, before?.mark ?? null);
  if (said === null) {
    return show(request, form, { ...CALM, written, etag, wrong }, 400);
  }
  if (id !== null) {
    const { status } = await api.call('PUT', address, { body: said, etag });
    if (status === 200) return end('changed');
    // What is written stays, beside what is held now: sent again, it replaces that, and nothing newer.
    return refuse(status, status === 412 ? { failure: 'both', written } : { written, etag });
  }
  const about = targetOf(written.quoi);
  const body = { feedId: form.get('reseau') ?? '', ...about, ...said };
  const key = form.get('cle');
  const { status } = await api.call('POST', root, { body, ...(key === null ? {} : { key }) });
  return status === 201 ? end('added') : refuse(status, { written });
}

/** « trip:r1 »: an id may hold anything. */
function targetOf(text: string) {
  const at = text.indexOf(':');
  const target = OVERLAY_TARGETS.find((each) => each === text.slice(0, at)) ?? 'route';
  return { target, targetId: text.slice(at + 1) };
}

async function findOverlay({ api, params }: PageRequest, id: string): Promise<Overlay | null> {
  const root = `${workspaceApi(params['espace'] ?? '')}/overlays`;
  const { overlays } = await api.get<Overlays>(root);
  return overlays.find((each) => each.id === id) ?? null;
}

async function show(
  request: PageRequest,
  asked: URLSearchParams,
  { done, failure, ...told }: Told,
  status: number,
): Promise<PageOutcome<LineMarksData>> {
  const { api, path, text, params } = request;
  const workspaceId = params['espace'] ?? '';
  const workspace = await findMembership(api, workspaceId);
  if (workspace === null) return { kind: 'not_found' };
  const root = workspaceApi(workspaceId);
  const words = asked.get('mot');
  const [{ overlays, mayEdit }, found, line] = await Promise.all([
    api.get<Overlays>(`${root}/overlays`),
    words === null ? [] : api.get<ListedLine[]>(withQuery(`${root}/lines`, { q: words })),
    lineAsked(request, root, asked),
  ]);
  const marked = overlays.find(({ id }) => id === asked.get('marquee'));
  const { title } = text.workspace.lines;
  return {
    kind: 'page',
    status,
    head: { title: `${title}, ${workspace.name}`, description: title, noIndex: true },
    data: {
      path,
      workspace,
      overlays,
      mayEdit,
      words,
      found,
      form: mayEdit ? formOf(marked, line, { ...told, isBehind: failure === 'both' }) : null,
      done,
      failure,
    },
  };
}

/** A line out of reach, or gone since, is not there to be marked. */
async function lineAsked(
  { api }: PageRequest,
  root: string,
  asked: URLSearchParams,
): Promise<LineDetail | null> {
  const [feed, route] = [asked.get('reseau'), asked.get('ligne')];
  if (feed === null || route === null || asked.get('marquee') !== null) return null;
  const { status, body } = await api.call('GET', withQuery(`${root}/lines/one`, { feed, route }));
  return status === 200 ? (body as LineDetail) : null;
}

function formOf(
  overlay: Overlay | undefined,
  line: LineDetail | null,
  { written, etag, ...state }: Omit<Told, 'done' | 'failure'> & { isBehind: boolean },
): MarkForm | null {
  if (overlay !== undefined) {
    const values = written ?? valuesOf(overlay);
    return { about: { kind: 'mark', overlay }, etag: etag ?? overlay.etag, values, ...state };
  }
  if (line === null) return null;
  const values = written ?? { ...BLANK, quoi: `route:${line.routeId}` };
  return { about: { kind: 'line', line, key: crypto.randomUUID() }, etag: '', values, ...state };
}
