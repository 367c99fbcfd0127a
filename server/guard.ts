/**
 * Who may talk to the server. A page of another site, open in the user's browser, must not: neither by a name
 * that it points at this machine (DNS rebinding, seen in `Host`) nor by a request of its own (seen in `Origin` and
 * `Sec-Fetch-Site`). And where a token is set, nobody without it.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';
import type { Request, RequestHandler, Response } from 'express';
import { Forbidden, Unauthorized } from './errors.ts';
import { isLoopback } from './settings.ts';
import type { Settings } from './settings.ts';

type Guarded = Pick<Settings, 'host' | 'allowedHosts' | 'token'>;

/** Splits `name:port`, `[v6]:port`; null where it is neither. */
function parseHost(host: string): { name: string; port: number | null } | null {
  const match = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::(\d{1,5}))?$/i.exec(host);
  if (match === null) return null;
  const name = match[1]!.replace(/^\[|\]$/g, '').toLowerCase();
  return { name, port: match[2] === undefined ? null : Number(match[2]) };
}

function isAllowedHost(
  header: string | undefined,
  localPort: number | undefined,
  settings: Guarded,
): boolean {
  const host = header === undefined ? null : parseHost(header);
  if (host === null) return false;
  if (settings.allowedHosts.includes(host.name)) return true;
  // On loopback no proxy or port mapping stands between, so that the port must be ours.
  if (isLoopback(settings.host) && (host.port ?? 80) !== localPort) return false;
  // A literal address cannot be rebound: only a name can be made to point elsewhere.
  return (
    isLoopback(host.name) ||
    host.name === settings.host.toLowerCase() ||
    (isIP(host.name) !== 0 && !isLoopback(settings.host))
  );
}

/** Refuses what another site's page sends. Same-origin pages, and programs that send no `Origin`, pass. */
export function refuseForeign(settings: Guarded): RequestHandler {
  return (req, _res, next) => {
    if (!isAllowedHost(req.headers.host, req.socket.localPort, settings)) {
      next(new Forbidden(`This server does not answer to the host name "${req.headers.host ?? ''}".`));
      return;
    }
    const { origin } = req.headers;
    if (origin !== undefined && !isSameOrigin(origin, req.headers.host)) {
      next(new Forbidden(`This server does not answer pages of ${origin}.`));
      return;
    }
    // Only what loads in place of a page may come from elsewhere: a link to a view or to an export.
    const site = req.headers['sec-fetch-site'];
    const isNavigation = req.method === 'GET' && req.headers['sec-fetch-mode'] === 'navigate';
    if ((site === 'cross-site' || site === 'same-site') && !isNavigation) {
      next(new Forbidden('This server does not answer pages of other sites.'));
      return;
    }
    next();
  };
}

function isSameOrigin(origin: string, host: string | undefined): boolean {
  if (host === undefined || !URL.canParse(origin)) return false;
  const url = new URL(origin);
  return /^https?:$/.test(url.protocol) && url.host === new URL(`${url.protocol}//${host}`).host;
}

const COOKIE = 'entente_session';

/** What the browser keeps: proves knowledge of the token without being it. */
const sessionOf = (token: string): string =>
  createHmac('sha256', token).update('entente session').digest('base64url');

/** Compares in a time that tells nothing of where two secrets differ, nor of their lengths. */
function isSame(given: string, secret: string): boolean {
  return timingSafeEqual(digestOf(given), digestOf(secret));
}

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();

function cookieOf(req: Request): string | undefined {
  for (const part of (req.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if (name === COOKIE) return value;
  }
  return undefined;
}

function hasToken(req: Request, token: string): boolean {
  const authorization = /^(bearer|basic)\s+(\S+)\s*$/i.exec(req.headers.authorization ?? '');
  if (authorization !== null) {
    const [, scheme = '', credentials = ''] = authorization;
    if (scheme.toLowerCase() === 'bearer') return isSame(credentials, token);
    // Clients of Neo4j's Query API know only user and password: the password is the token.
    const pair = Buffer.from(credentials, 'base64').toString('utf8');
    return isSame(pair.slice(pair.indexOf(':') + 1), token);
  }
  const session = cookieOf(req);
  return session !== undefined && isSame(session, sessionOf(token));
}

/**
 * Asks for the token where one is set. A browser shows it once, as `?token=…`: it gets a cookie and is sent on to
 * the same address without it, so that the secret stays neither in the address bar nor in a `Referer`.
 */
export function requireToken(settings: Guarded): RequestHandler {
  const { token } = settings;
  if (token === null) return (_req, _res, next) => next();
  return (req, res, next) => {
    if (req.method === 'GET' && typeof req.query['token'] === 'string' && isSame(req.query['token'], token)) {
      startSession(req, res, token);
      return;
    }
    if (hasToken(req, token)) next();
    else if (
      req.method === 'GET' &&
      !/^\/(api|db)\//.test(req.path) &&
      req.accepts(['html', 'json']) === 'html'
    )
      askForToken(res);
    else next(new Unauthorized('Show the server’s token: Authorization: Bearer <token>.'));
  };
}

function startSession(req: Request, res: Response, token: string): void {
  const url = new URL(req.originalUrl, 'http://localhost');
  url.searchParams.delete('token');
  res.cookie(COOKIE, sessionOf(token), { httpOnly: true, sameSite: 'strict', secure: req.secure, path: '/' });
  res.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });
  // `//host` would lead to another site
  res.redirect(303, url.pathname.replace(/^\/+/, '/') + url.search);
}

function askForToken(res: Response): void {
  res
    .status(401)
    .set({ 'Cache-Control': 'no-store', 'WWW-Authenticate': 'Bearer realm="Entente"' })
    .type('html')
    .send(
      '<!doctype html><html lang="en"><meta charset="utf-8"><title>Entente: token</title>' +
        '<main><h1>This Entente asks for a token</h1><form method="get" action="/"><label>Token ' +
        '<input name="token" type="password" autocomplete="current-password" required autofocus></label> ' +
        '<button>Enter</button></form></main></html>',
    );
}
