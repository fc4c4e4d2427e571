import { asTyped } from '../core/kernel/fold.ts';
import { returnCase } from '../app/case/return-case.ts';
import { caseCommand } from './case-command.ts';
import type { CommandContext, CommandInput } from './command.ts';
import { badValue, listOption } from './read-option.ts';
import { say } from './say.ts';

function itemsOf(context: CommandContext, input: CommandInput): readonly { item: string; remark: string }[] {
  return listOption(input, 'item').map((value) => {
    const [, item, remark] = /^([^=＝]+)[=＝](.*)$/su.exec(value) ?? [];
    if (item === undefined || remark === undefined) badValue(context, { option: '--item', value }, 'cli.wanted.item');
    return { item: asTyped(item), remark: asTyped(remark) };
  });
}

/** `shirushi case return NUMBER --item ITEM=REMARK …`: opens only the named items again. */
export const caseReturn = caseCommand({
  options: { item: { type: 'string', multiple: true, help: 'cli.option.item' } },
  act: (context, id, input) => returnCase(context.deps, context.actor, { id, items: itemsOf(context, input) }),
  lines: (context, { dueOn }) => [say(context, 'cli.case.returned-done', { dueOn })],
});
