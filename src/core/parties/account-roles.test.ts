import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { accountRoles, isVerified } from './account-roles.ts';

const NUMBER = '7000012050002';

test('Entry accounts draft, Prime and Member accounts submit, agents need a verified account, staff never come this way', () => {
  const roles = (accountType: 'entry' | 'prime' | 'member', corporateNumber: string | undefined) =>
    (['vendor', 'agent', 'operator'] as const).map((kind) =>
      accountRoles({ accountType, corporateNumber, actsForOthers: true }, kind).join('+'),
    );
  equal(roles('entry', NUMBER), ['vendor-editor', '', '']);
  equal(roles('prime', undefined), ['vendor-editor', '', '']);
  for (const type of ['prime', 'member'] as const) {
    equal(roles(type, NUMBER), ['vendor-editor+vendor-signatory', 'agent', ''], type);
  }
});

test('the corporate number of an Entry account is its own word, and joins nobody to a company', () => {
  equal(isVerified({ accountType: 'entry', corporateNumber: NUMBER, actsForOthers: false }), false);
  equal(isVerified({ accountType: 'member', corporateNumber: NUMBER, actsForOthers: false }), true);
});
