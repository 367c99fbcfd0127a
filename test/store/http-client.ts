import { request } from 'node:http';
import { expect } from 'vitest';
import type { z } from 'zod';
import { Problem } from '../../server/contract/api.ts';

/** The reply of a call that must succeed, parsed with its schema: a reply that does not fit fails the test. */
export async function get<S extends z.ZodType>(
  url: string,
  schema: S,
  init?: RequestInit,
): Promise<z.output<S>> {
  const response = await fetch(url, init);
  expect([response.status, response.headers.get('content-type')]).toEqual([
    200,
    'application/json; charset=utf-8',
  ]);
  return schema.parse(await response.json());
}

/** The problem that a call which must fail is answered with. */
export async function problem(url: string, init?: RequestInit): Promise<Problem> {
  const response = await fetch(url, init);
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const body = Problem.parse(await response.json());
  expect(body.status).toBe(response.status);
  return body;
}

export const postJson = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

/** Status and body of a request with headers that `fetch` does not let one set (`Host`, `Origin`). */
export function raw(
  url: string,
  headers: Readonly<Record<string, string>>,
  method = 'GET',
): Promise<{ status: number; body: string; headers: Readonly<Record<string, unknown>> }> {
  return new Promise((resolve, reject) => {
    request(url, { method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        body += chunk;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body, headers: response.headers }),
      );
    })
      .on('error', reject)
      .end();
  });
}
