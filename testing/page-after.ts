import { cookieOf, type Visitor } from './workspace-site.ts';

/** The page a browser shows after a form, with the cookies it keeps on the way; and the same page loaded again. */
export async function pageAfter(
  visitor: Visitor,
  sent: Response,
): Promise<{ readonly path: string; readonly page: string; readonly again: string }> {
  const kept = new Map<string, string>();
  const keep = (answer: Response): void => {
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (cookie.includes('Max-Age=0')) kept.delete(name);
      else kept.set(name, value);
    }
  };
  const get = async (path: string): Promise<Response> => {
    const others = [...kept].map(([name, value]) => `${name}=${value}`);
    const answer = await visitor.get(path, {
      headers: { cookie: [cookieOf(visitor.token).cookie, ...others].join('; ') },
    });
    keep(answer);
    return answer;
  };
  keep(sent);
  let path = sent.headers.get('location') ?? '';
  let answer = await get(path);
  while (answer.status === 303) {
    path = answer.headers.get('location') ?? '';
    answer = await get(path);
  }
  return { path, page: await answer.text(), again: await (await get(path)).text() };
}
