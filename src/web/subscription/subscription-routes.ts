import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { askSubscription, type AskRefusal } from '../../app/subscription/ask-subscription.ts';
import { subscriptionPath } from '../../app/subscription/notice-mail.ts';
import { confirmOwnSubscription, endSubscription, readSubscription } from '../../app/subscription/subscription-acts.ts';
import { nameTopic, topicOf } from '../../app/subscription/topic-of.ts';
import type { Channel } from '../../core/register/topic.ts';
import { parseMailAddress } from '../../formats/answers/parse-mail-address.ts';
import { parseWebAddress } from '../../formats/answers/parse-web-address.ts';
import { answerError, viewFor } from '../answer.ts';
import { clientAddress, clientNetwork } from '../guard/client-address.ts';
import { limitNetwork } from '../guard/limit-network.ts';
import { contentPolicy } from '../guard/content-policy.ts';
import { keepBody, readForm } from '../guard/read-form.ts';
import { isSameOrigin } from '../guard/same-origin.ts';
import { pathIn } from '../language.ts';
import type { Site } from '../view.ts';
import type { WebEnv, WebSetup } from '../web-setup.ts';
import { readTopic } from './asked-topic.ts';
import { doneSubscriptionPage, subscribePage, type AddressFault } from './subscribe-page.ts';
import { subscriptionPage } from './subscription-page.ts';

/**
 * How often one network may look at these pages and ask to be told. Ending is not limited: mail programs of many
 * readers do it from one network, and only who holds the secret can.
 */
const LIMIT = { burst: 30, perSecond: 0.5 } as const;

type Asked = { readonly c: Context<WebEnv>; readonly setup: WebSetup; readonly site: Site };

/** Bytes of the one request a mail program may send: it holds a single field. */
const ONE_CLICK_LIMIT = 2_000;

/** The same field as multipart, which mail programs may send as well. */
const ONE_CLICK_PART =
  /^--[^\r\n]+\r\n(?:[^\r\n]+\r\n)*?content-disposition: form-data; name="List-Unsubscribe"\r\n(?:[^\r\n]+\r\n)*\r\nOne-Click\r\n--/i;

/**
 * Whether a request is what a mail program sends to end a subscription by itself, without anybody opening a page (RFC
 * 8058, 3.2).
 */
async function isOneClick(c: Context<WebEnv>, body: Awaited<ReturnType<typeof readForm>>): Promise<boolean> {
  if (!c.req.path.endsWith('/end') || typeof body === 'string') return false;
  if (body.kind === 'form') return body.form.get('List-Unsubscribe') === 'One-Click' && body.form.size === 1;
  const size = Number(c.req.header('content-length') ?? Infinity);
  return body.kind === 'files' && size <= ONE_CLICK_LIMIT && ONE_CLICK_PART.test(await c.req.raw.text());
}

const LOOPBACK = /^http:\/\/(localhost|127\.0\.0\.1)(:\d{1,5})?(\/[^\s]*)?$/;

/** An address as it is kept; undefined where nothing can be sent to it. A demonstration may call its own machine. */
function addressOf(channel: Channel, typed: string, isDemonstration: boolean): string | undefined {
  if (channel === 'mail') {
    const mail = parseMailAddress(typed);
    return mail.ok ? mail.value.toLowerCase() : undefined;
  }
  if (isDemonstration && LOOPBACK.test(typed)) return typed;
  const web = parseWebAddress(typed);
  return web.ok && web.value.startsWith('https://') ? web.value : undefined;
}

async function offer(
  { c, setup, site }: Asked,
  given: Readonly<Record<string, string>>,
  fault?: AddressFault,
): Promise<Response> {
  const view = viewFor(c, site);
  const { topic: asked, query } = readTopic(given);
  const topic = await topicOf(setup.deps, asked);
  if (!topic.ok) return answerError(c, view, { code: 'not_found' });
  const named = await nameTopic(setup.deps, topic.value);
  const page = await subscribePage(view, { topic: named, query, fault });
  if (fault === undefined) return c.html(page);
  return c.html(page, fault.code === 'already' ? 409 : 422);
}

/** What is told where nothing is kept: what to mend, or when to try again. */
function refuseToAsk(
  asking: Asked,
  fields: Readonly<Record<string, string>>,
  { error, ...typed }: Omit<AddressFault, 'code'> & { readonly error: AskRefusal },
): Response | Promise<Response> {
  const { c, site } = asking;
  const view = viewFor(c, site);
  if (error.code === 'already_told') return offer(asking, fields, { ...typed, code: 'already' });
  if (error.code !== 'too_many_attempts') return answerError(c, view, { code: 'not_found' });
  const { seconds } = error;
  c.header('retry-after', String(seconds));
  return answerError(c, view, { code: 'too_many_attempts', params: { seconds } });
}

async function ask(asking: Asked): Promise<Response> {
  const { c, setup, site } = asking;
  const { language } = viewFor(c, site);
  const fields = Object.fromEntries(c.get('form') ?? []);
  const channel: Channel = fields['channel'] === 'webhook' ? 'webhook' : 'mail';
  if (channel === 'mail' && !site.sendsMail) {
    c.status(409);
    return offer(asking, fields);
  }
  const typed = (fields['address'] ?? '').trim();
  const address = addressOf(channel, typed, setup.isDemonstration === true);
  if (address === undefined) return offer(asking, fields, { channel, typed, code: 'unreadable' });
  const network = clientNetwork(clientAddress(c, setup.trustedProxies));
  const { topic } = readTopic(fields);
  const asked = await askSubscription(setup.deps, { channel, address, topic, language, network });
  if (!asked.ok) return refuseToAsk(asking, fields, { channel, typed, error: asked.error });
  // What is answered to is looked at again: reloading it asks for nothing once more.
  const to = asked.value === undefined ? '/subscribe/asked' : subscriptionPath(asked.value.secret);
  return c.redirect(pathIn(language, to), 303);
}

async function show({ c, setup, site }: Asked): Promise<Response> {
  const view = viewFor(c, site);
  const shown = await readSubscription(setup.deps, c.req.param('secret') ?? '');
  return shown === undefined
    ? answerError(c, view, { code: 'not_found' })
    : c.html(await subscriptionPage(view, shown, c.req.query('done') === 'confirmed' ? 'confirmed' : undefined));
}

async function confirm({ c, setup, site }: Asked): Promise<Response> {
  const view = viewFor(c, site);
  const secret = c.req.param('secret') ?? '';
  const done = await confirmOwnSubscription(setup.deps, secret);
  if (!done.ok) return answerError(c, view, { code: 'not_found' });
  return c.redirect(`${pathIn(view.language, subscriptionPath(secret))}?done=confirmed`, 303);
}

/** Mail programs are answered at once: they do not go where they are sent on to (RFC 8058, 3.1). */
async function end({ c, setup, site }: Asked): Promise<Response> {
  const view = viewFor(c, site);
  const done = await endSubscription(setup.deps, c.req.param('secret') ?? '');
  if (!done.ok) return answerError(c, view, { code: 'not_found' });
  if (c.get('form') === undefined) return c.html(await doneSubscriptionPage(view, 'ended'));
  return c.redirect(pathIn(view.language, '/subscribe/ended'), 303);
}

/**
 * Stands before what changes something: forms of our own pages, and the one request a mail program may send by itself,
 * whose right is the secret in its address. Nothing here is stored by anybody; the style sheet of forms is a file.
 */
function guard(site: Site): MiddlewareHandler<WebEnv> {
  const policy = contentPolicy(site.styles, ['styles']);
  return async (c, next) => {
    c.header('cache-control', 'no-store');
    c.header('content-security-policy', policy);
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    const body = await readForm(c);
    const refuse = (code: Parameters<typeof answerError>[2]['code']) => answerError(c, viewFor(c, site), { code });
    if (await isOneClick(c, body)) return next();
    if (!isSameOrigin(c, site.baseUrl)) return refuse('not_same_origin');
    if (typeof body === 'string') return refuse(body);
    if (body.kind === 'files' || body.kind === 'json') return refuse('form_not_taken');
    keepBody(c, body);
    return next();
  };
}

/** Being told by mail or webhook: asking for it, confirming it, seeing what was sent, ending it. */
export function subscriptionRoutes(setup: WebSetup, site: Site): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const limit = limitNetwork(setup, site, setup.searchLimit ?? LIMIT);
  for (const prefix of ['', '/en']) {
    app.use(`${prefix}/subscribe/*`, guard(site));
    app.use(`${prefix}/subscriptions/*`, guard(site));
    app.get(`${prefix}/subscribe`, limit, (c) => offer({ c, setup, site }, c.req.query()));
    app.post(`${prefix}/subscribe`, limit, (c) => ask({ c, setup, site }));
    for (const done of ['asked', 'ended'] as const) {
      app.get(`${prefix}/subscribe/${done}`, async (c) => c.html(await doneSubscriptionPage(viewFor(c, site), done)));
    }
    app.get(`${prefix}/subscriptions/:secret`, limit, (c) => show({ c, setup, site }));
    // Where a mail program opens the address instead of sending to it.
    app.get(`${prefix}/subscriptions/:secret/end`, limit, (c) => show({ c, setup, site }));
    app.post(`${prefix}/subscriptions/:secret/confirm`, (c) => confirm({ c, setup, site }));
    app.post(`${prefix}/subscriptions/:secret/end`, (c) => end({ c, setup, site }));
  }
  return app;
}
