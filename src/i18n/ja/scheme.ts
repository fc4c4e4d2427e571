/** What is wrong with the files of a scheme, and how to mend it. */
export const scheme = {
  'scheme.sound': '制度のファイルに誤りはありません。',
  'scheme.fault.alias_refused':
    'エイリアス（*名前）やアンカー（&名前）は使えません。同じ内容をもう一度書いてください。',
  'scheme.fault.blank_text': '文が空です。日本語と英語の両方を書いてください。',
  'scheme.fault.currency_code': '「{value}」は通貨コードではありません。JPYのような3文字の大文字で書いてください。',
  'scheme.fault.duplicate_id': '「{value}」が2回以上使われています。どちらかを別の名前にしてください。',
  'scheme.fault.duplicate_key': '同じ項目が2回書かれています。どちらかを消してください。',
  'scheme.fault.empty_list': '一覧が空です。少なくとも一つ書いてください。',
  'scheme.fault.empty_term': '期間の長さがありません。年数か月数を書くか、期限がなければtermごと消してください。',
  'scheme.fault.equal_ranks': '評価者区分の順位{value}が重なっています。それぞれ違う数にしてください。',
  'scheme.fault.file_too_large': 'ファイルが大きすぎます。{most}文字までに分けてください。',
  'scheme.fault.levels_out_of_order':
    '星の数{value}が、前のレベルの{before}より大きくありません。レベルを星の少ない順に並べてください。',
  'scheme.fault.label_name_too_long':
    'ラベルに載せる名前が{length}文字あり、上限の{most}文字を超えています。短くしてください。',
  'scheme.fault.malformed_address': '「{value}」はウェブのアドレスではありません。https://から書いてください。',
  'scheme.fault.malformed_day': '「{value}」は暦にある日付ではありません。2026-01-31のように書いてください。',
  'scheme.fault.malformed_id':
    '「{value}」は名前に使えません。英数字で始め、英数字、ハイフン、ピリオドだけで64文字までにしてください。',
  'scheme.fault.missing_entry': '「{value}」がありません。追加してください。',
  'scheme.fault.missing_file': 'ファイルがありません。作ってください。',
  'scheme.fault.missing_key': '項目「{key}」がありません。追加してください。',
  'scheme.fault.not_a_list': '一覧が必要です。行の先頭に「- 」を付けて並べてください。',
  'scheme.fault.not_a_map': '項目の集まりが必要です。「名前: 値」の形で書いてください。',
  'scheme.fault.not_a_number': '数が必要です。引用符や区切りのコンマを付けずに書いてください。',
  'scheme.fault.not_text': '文字列が必要です。数のように見える値は引用符で囲んでください。',
  'scheme.fault.not_yes_or_no': 'trueかfalseのどちらかを書いてください。',
  'scheme.fault.nothing_in_force':
    'レベル「{level}」は{day}に受付を始めますが、その日に有効なもの（{what}）がありません。有効期間を直すか、受付の開始日を遅らせてください。',
  'scheme.fault.number_check_place': '検査文字{check}は、番号の最後に一つだけ置いてください。',
  'scheme.fault.number_literal':
    '番号の書式に使えない文字「{characters}」があります。大文字のA〜Z、ハイフン、スラッシュ、ピリオド、空白だけを使ってください。',
  'scheme.fault.number_sequence': '通し番号が{count}個あります。5桁なら{seq}のように、一つだけ置いてください。',
  'scheme.fault.number_unknown_field': '「{field}」という欄はありません。使えるのは{known}です。',
  'scheme.fault.number_year_missing':
    '通し番号が毎年1に戻るのに年がありません。{year}か{yy}を入れるか、restartをneverにしてください。',
  'scheme.fault.numbers_alike':
    '「{kind}」の番号が「{other}」の番号と見分けられません。先頭の文字か長さを変えてください。',
  'scheme.fault.out_of_range': '{value}は使えません。{least}から{most}までの整数を書いてください。',
  'scheme.fault.period_gap': '{first}から{last}まで、有効なもの（{line}）がありません。期間をつなげてください。',
  'scheme.fault.period_overlap':
    '{from}から始まる期間が、{started}に始まった期間と重なっています（{line}）。前の期間の終わりを直してください。',
  'scheme.fault.period_reversed': '期間の終わり{until}が始まり{from}より前です。入れ替えるか直してください。',
  'scheme.fault.renewal_window_empty':
    '延長の受付が、始まる前（{opensMonthsBefore}か月前）に終わります（{closesWeeksBefore}週間前）。始まりを早めるか終わりを遅らせてください。',
  'scheme.fault.unknown_choice': 'この値は使えません。使えるのは{known}です。',
  'scheme.fault.unknown_file': '制度のファイルではありません。名前を直すか、フォルダーから外してください。',
  'scheme.fault.unknown_key': '「{key}」という項目はありません。つづりを直すか消してください。',
  'scheme.fault.unknown_reference': '「{value}」は登録されていません。使えるのは{known}です。',
  'scheme.fault.unknown_zone': '「{value}」は時間帯の名前ではありません。Asia/Tokyoのように書いてください。',
  'scheme.fault.yaml_syntax': 'YAMLとして読めません。字下げ、コロン、引用符を確かめてください（{reason}）。',
} as const;
