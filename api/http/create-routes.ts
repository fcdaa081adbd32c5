// A small app for the routes of one noun; the root app gives it its validation and its errors.

import { OpenAPIHono } from '@hono/zod-openapi';
import type { HttpEnv } from '#api/http/http-env.ts';
import { refuseFaults } from '#api/http/validate.ts';

export function createRoutes(): OpenAPIHono<HttpEnv> {
  return new OpenAPIHono<HttpEnv>({ defaultHook: refuseFaults });
}
