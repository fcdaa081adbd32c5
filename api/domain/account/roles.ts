// Who may do what: six roles, one table of permissions.

/** From the one who may least; a role does all that those before it in its organization do. */
export const ROLES = ['reader', 'editor', 'publisher', 'admin', 'coordinator', 'operator'] as const;
export type Role = (typeof ROLES)[number];

/** `carrier` keeps offers, `coordination` watches over a territory, `operation` keeps the instance. */
export const WORKSPACE_KINDS = ['carrier', 'coordination', 'operation'] as const;
export type WorkspaceKind = (typeof WORKSPACE_KINDS)[number];

export const PERMISSIONS = [
  'offer.read',
  'offer.edit',
  'offer.publish',
  'offer.confirm',
  'case.edit',
  'file.import',
  'file.export',
  'overlay.read',
  'overlay.edit',
  'trips.count',
  'report.read',
  'report.review',
  'history.read',
  'member.read',
  'member.manage',
  'demand.read',
  'freshness.read',
  'workspace.create',
  'scenario.keep',
  'departure.note',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const READ: readonly Permission[] = [
  'offer.read',
  'file.export',
  'report.read',
  'history.read',
  'member.read',
  'freshness.read',
  'overlay.read',
];
const EDIT: readonly Permission[] = [
  ...READ,
  'offer.edit',
  'case.edit',
  'file.import',
  'overlay.edit',
  'trips.count',
];
const PUBLISH: readonly Permission[] = [...EDIT, 'offer.publish', 'offer.confirm', 'report.review'];

const GRANTED: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  reader: new Set(READ),
  editor: new Set(EDIT),
  publisher: new Set(PUBLISH),
  admin: new Set([...PUBLISH, 'member.manage', 'demand.read']),
  coordinator: new Set([
    'member.read',
    'member.manage',
    'demand.read',
    'freshness.read',
    'report.read',
    'report.review',
    'overlay.read',
    'overlay.edit',
    'scenario.keep',
    'departure.note',
  ]),
  operator: new Set(['member.read', 'member.manage', 'workspace.create', 'freshness.read']),
};

export function isAllowed(role: Role, permission: Permission): boolean {
  return GRANTED[role].has(permission);
}

/** The roles people of an organization of this kind may be given. */
export function rolesOf(kind: WorkspaceKind): readonly Role[] {
  if (kind === 'coordination') return ['coordinator'];
  if (kind === 'operation') return ['operator'];
  return ['reader', 'editor', 'publisher', 'admin'];
}

/** The role of who manages the people of such an organization: the first one invited. */
export function managerOf(kind: WorkspaceKind): Role {
  if (kind === 'coordination') return 'coordinator';
  return kind === 'operation' ? 'operator' : 'admin';
}
