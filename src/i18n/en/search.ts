import type { search as ja } from '../ja/search.ts';

/** The words of the search of the public register in English. */
export const search: Readonly<Record<keyof typeof ja, string>> = {
  'search.title': 'Find a label',
  'search.results': 'Search results for “{text}”',
  'search.label': 'Maker, product, model or registration number',
  'search.help': 'Type anything that is printed on the box. Width, case and hyphens do not matter.',
  'search.submit': 'Search',
  'search.count': 'Labels found: {count}',
  'search.count.more': 'Labels found: {count} or more',
  'search.count.more.advice':
    'Counted are the newest {count}. Add a model number or maker, or narrow the search down below.',
  'search.none': 'Nothing found',
  'search.none.meaning':
    'No published label matches these words. That a product has no label does not mean that it is unsafe.',
  'search.none.model': 'Type only the model number, which is on the product or the back of the box.',
  'search.none.fewer': 'Use fewer words. Only labels that contain all of them are found.',
  'search.none.characters':
    'In registration numbers, look again at the digit 0 and the letter O, and at the digit 1 and the letter I.',
  'search.none.misuse': 'If the product carries a label that is not found here, please tell the operator.',
  'search.slip': 'The registration number seems to be mistyped',
  'search.slip.text':
    'The last character of a number is a check character that reveals typing mistakes. It does not match the number you typed. Please compare it with the label again.',
  'search.near': 'Did you mean one of these model numbers?',
  'search.filters': 'Narrow down',
  'search.filters.jump': 'Narrow the results down',
  'search.filter.state': 'Status',
  'search.filter.level': 'Level',
  'search.filter.type': 'Product type',
  'search.filter.personal': 'Personal data',
  'search.filter.recognition': 'Results of other schemes',
  'search.filter.supported': 'Support',
  'search.facet.count': '{count}',
  'search.facet.count.more': '{count} or more',
  'search.personal.yes': 'Handles personal data',
  'search.personal.no': 'Handles no personal data',
  'search.supported': 'Supported until {day} or longer',
  'search.supported.years': 'Supported {count} years from now',
  'search.asof.label': 'The register of an earlier day',
  'search.asof.help': 'Shows the labels that were public on that day, in the status they had.',
  'search.asof.submit': 'Show this day',
  'search.asof.on': 'The register of {day}',
  'search.asof.today': 'Back to today',
  'search.asof.unread': '“{text}” cannot be read as a day',
  'search.asof.unread.mend': 'This is the register of today. Write the day as 2026-03-31.',
};
