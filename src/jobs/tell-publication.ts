import { tellPublication } from '../app/subscription/tell-changes.ts';
import type { EventJob } from './job.ts';
import { sendDueNotices } from './send-notices.ts';

/** After each publication: whom is it told? Then it is sent; what is not taken is tried again by `send-notices`. */
export const tellPublicationJob: EventJob = {
  name: 'tell-publication',
  perform: async (context, event) => {
    const told = await tellPublication(context.deps, { kind: 'system', job: 'tell-publication' }, event);
    if (!told.ok) throw new Error(`nobody was told of event ${String(event)}: ${told.error.code}`);
    if (told.value === 0) return { noticesWritten: 0 };
    return { noticesWritten: told.value, ...(await sendDueNotices(context, 'tell-publication')) };
  },
};
