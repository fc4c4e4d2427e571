import { button, buttonLink, buttonRow } from '../../parts/button.ts';
import { html, type Html } from '../../parts/html.ts';
import type { View } from '../../view.ts';

/** Buttons in every weight and size, grave ones, and some that are off. */
export function buttonSamples({ say }: View): Html {
  const remove = { words: say('sample.button.remove'), fullWords: say('sample.button.remove.of', { name: 'a.pdf' }) };
  return html`${buttonRow(
    button({ words: say('sample.button.submit') }),
    button({ words: say('sample.button.save'), weight: 'secondary' }),
    buttonLink({ words: say('sample.button.back'), href: '#buttons', weight: 'tertiary' }),
  )}
  ${buttonRow(
    button({ words: say('sample.button.submit'), isSmall: true }),
    button({ words: say('sample.button.save'), weight: 'secondary', isSmall: true }),
    button({ ...remove, weight: 'tertiary', isSmall: true }),
  )}
  ${buttonRow(
    button({ words: say('sample.button.revoke'), isGrave: true }),
    button({ words: say('sample.button.revoke'), isGrave: true, weight: 'secondary' }),
    button({ ...remove, isGrave: true, weight: 'tertiary' }),
  )}
  ${button({ words: say('sample.button.confirm'), off: { id: 'off-confirm', reason: say('sample.button.off') } })}
  ${button({
    words: say('sample.button.submit'),
    weight: 'secondary',
    isSmall: true,
    off: { id: 'off-submit', reason: say('sample.button.off.fee') },
  })}`;
}
