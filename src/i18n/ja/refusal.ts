/** Why an act was refused, and how to mend it; one text per code, and one per rule. */
export const refusal = {
  'refusal.no_such_subject': 'その対象は見つからないか、閲覧する権限がありません。番号を確かめてください。',
  'refusal.not_permitted': '「{act}」を行う権限がありません。行えるのは次の役割の方です：{roles}。',
  'refusal.wrong_state': '今の状態は「{state}」なので、「{act}」はできません。できるのは次の状態のときです：{from}。',
  'refusal.no_state': '－',
  'refusal.rules_unmet': '「{act}」に必要な条件が満たされていません。',
  'refusal.not_yet_open': 'このレベル・製品類型の申請は、まだ受け付けていません。受付開始日：{opensOn}。',
  'refusal.opening_not_fixed': 'このレベル・製品類型の申請は、まだ受け付けていません。受付開始日は未定です。',
  'refusal.application_incomplete': '申請に不足や誤りが{count}件あります。すべて直してから、もう一度提出してください。',
  'refusal.changed_meanwhile':
    'ほかの方が先に保存しました（現在の版：{version}）。読み直してから、もう一度保存してください。',
  'refusal.already_begun': 'この申請は、すでにつくられています。',
  'refusal.unknown_level': '「{level}」というレベルは、この制度にありません。',
  'refusal.level_gone':
    '「{level}」というレベルは、今の制度にはなくなりました。この下書きは取りやめて、今あるレベルで新しくつくってください。',
  'refusal.no_criteria_set': '「{level}」とこの製品類型に使える適合基準が、今日の時点でありません。',
  'refusal.no_fee_rule': '「{level}」の手数料が、受付日の時点で定められていません。制度データを確かめてください。',
  'refusal.numbers_exhausted':
    'この種類の番号は、制度の書式で作れる{most}件をすべて使い切りました。制度データで桁数を増やしてください。',
  'refusal.log_not_signed':
    '公開の記録（ログ）に署名できなかったので、何も公開していません。署名の鍵を確かめてから、もう一度行ってください。',
  'refusal.issuer_key_unusable':
    'デジタル証明書の鍵 {place} を使えないか、つくれません（{trouble}）。ISSUER_KEY_DIR を確かめてください。',
  'refusal.issuer_key_signs':
    'この鍵は今の署名に使っています。先に鍵を交換（key rotate）してから、失効させてください。',
  'refusal.log_key_unusable':
    '公開ログの新しい鍵を {place} につくれません（{trouble}）。LOG_KEY_FILE のフォルダーを確かめてください。',
  'refusal.log_key_joining':
    '公開ログは、すでに二つの鍵で署名しています。先に古い鍵を引退（log retire-key）させてください。',
  'refusal.no_log_key_joining': '公開ログの鍵は一つだけです。先に鍵を交換（log rotate-key）してください。',
  'refusal.issuer_key_revoked': 'この鍵は、すでに失効しています。',
  'refusal.proposal_differs':
    '提案の内容が、確認しようとしている内容と違います（有効期間の短縮なし）。案件をもう一度見てください。',
  'refusal.proposal_differs.shortened':
    '提案の内容が、確認しようとしている内容と違います（有効期限：{until}）。--until {until} を付けるか、提案を差し戻してください。',
  'refusal.unknown_item':
    '「{item}」という項目はありません。節の名前、又は「determination:適合基準の番号」を指定してください。',
  'refusal.day_in_future': '{day}は未来の日付です。今日までの日付を指定してください。',
  'refusal.day_before_acceptance':
    '{day}には、まだ手数料が生じていません（受理日：{acceptedOn}）。受理日以後の日付を指定してください。',
  'refusal.day_before_issue': '{day}は過去の日付です。有効期限には今日以後の日付を指定してください。',
  'refusal.not_in_queue': '下書きの案件と、終わった案件には、担当者を決められません。',
  'refusal.not_a_label_officer': '担当者にできるのは、ラベル担当官だけです。',
  'refusal.assigned_meanwhile': '先にほかの方が担当者を変えました。今の担当者を確かめてください。',
  'refusal.items_unlooked':
    '{of}項目中{count}項目に、確認の印がありません。形式確認の画面で印を付けるか、このまま受理することをチェックで示してください。',
  'refusal.submitted_again': 'この画面を開いた後に、申請者がもう一度提出しました。新しい内容を見てください。',
  'refusal.nothing_written': '何も書かれていません。',
  'refusal.text_over_limit': '文章が長すぎます（{most}文字まで）。',
  'refusal.file_name_taken':
    '「{name}」という名前のファイルは、この申請にもうあります。別の名前にするか、そのファイルを差し替えてください。',
  'refusal.closed_items_changed':
    '差し戻されていない項目が変わっています：{items}。変更できるのは差し戻された項目だけです。',
  'refusal.under_embargo':
    '申請者の公開希望日（{until}）より前なので、まだ公開できません。その日になると自動で公開されます。',
  'refusal.not_public_yet':
    '{day}の時点では、そのラベルはまだ公表されていませんでした。公表されたのは{published}です。',
  'refusal.no_such_label': 'その登録番号のラベルは見つかりません。',
  'refusal.wrong_check_character': '登録番号の検査文字が合いません。読み間違いがないか、もう一度確かめてください。',
  'refusal.corporate_number_taken': '法人番号{corporateNumber}は、すでに登録されています。',
  'refusal.corporate_register_away':
    '今は法人番号公表サイトに問い合わせられません。名称と所在地を入力すれば、登録できます。',
  'refusal.corporate_number_unknown': 'この法人番号は、法人番号公表サイトで見つかりません。番号を確かめてください。',
  'refusal.mail_taken': 'メールアドレス{mail}は、すでに登録されています。',
  'refusal.role_not_of_organisation': '「{role}」は、この組織で持てる役割ではありません。',
  'refusal.not_an_agent': '委任できる相手は、代理申請者として登録された組織だけです。',
  'refusal.period_ends_before_it_begins': '期間の終わりが始まりより前になっています。',
  'refusal.already_revoked': 'この委任は、すでに取り消されています。',
  'refusal.mandate_over': 'この委任は、すでに終わっているか、委任状が却下されています。取り消すものはありません。',
  'refusal.mandate_covers_nothing': '対象の申請がありません。申請を選ぶか、新しい申請を任せてください。',
  'refusal.no_such_application': 'この事業者の申請ではないか、見つからない申請番号があります：{numbers}。',
  'refusal.no_such_vendor': 'その法人番号又は名称の事業者は登録されていません。委任状のとおりか確かめてください。',
  'refusal.letter_not_readable': '{name}は、PDFでもPNGでもJPEGでもありません。読み取り直してください。',
  'refusal.letter_already_decided': 'この委任状は、すでに確認又は却下されています。',
  'refusal.letter_filed_by_decider': 'この委任状はご自身が届け出たものです。ほかの担当者が確認してください。',
  'refusal.letter_not_cleared': '委任状のファイルのウイルス検査が済んでいないか、問題が見つかっています。',
  'refusal.reason_missing': '理由を入力してください。',
  'refusal.file_not_as_named':
    '{name}は、名前の末尾（拡張子）と中身の種類が合いません。その形式で保存し直すか、名前を直してください。',
  'refusal.file_too_large': '{name}は大きすぎます（上限{limit}バイト）。分割するか、小さくしてください。',
  'refusal.file_store_full': 'ファイルの保存先に空きがありません。運営者に連絡してください。',
  'refusal.artwork_not_available': 'ラベルの状態が「{state}」なので、図案は取得できません。',
  'refusal.stars_out_of_range': '星の数が図案に収まりません。制度データのレベルを確かめてください。',
  'refusal.page_address_unusable':
    'BASE_URLが二次元コードに使える所在（https://…）ではありません。設定を確かめてください。',
  'refusal.page_address_too_long': 'BASE_URLが長すぎて二次元コードに入りません。短い所在を設定してください。',
  'refusal.text_too_long': '「{text}」は図案に収まりません。制度データの名称又は番号の形式を短くしてください。',
  'refusal.text_not_drawable': '「{text}」には図案に描けない文字があります：{characters}。',
  'refusal.passkey_refused': 'パスキーを確かめられませんでした。もう一度試してください。',
  'refusal.passkey_known': 'このパスキーは、すでに登録されています。',
  'refusal.proof_too_old': '本人確認から時間がたちました。もう一度、本人確認をしてください。',
  'refusal.last_passkey': '最後のパスキーは削除できません。先に別のパスキーを登録してください。',
  'refusal.nobody_to_invite': '{mail} の利用者は登録されていないか、役割がありません。先に利用者を登録してください。',
  'refusal.already_enrolled':
    '{mail} の利用者は、すでにパスキーを登録しています。招待し直せるのは、運用者の機械（コマンド）からだけです。',
  'refusal.already_invited': '{mail} の利用者には、有効な招待があります。「招待」の一覧から送り直せます。',
  'refusal.nobody_registered': '{mail} の利用者は登録されていません。',
  'refusal.last_role': '最後の役割は外せません。組織から外すときは「外す」を使ってください。',
  'refusal.own_role': 'ご自身に役割を付けることはできません。ほかの管理者に頼んでください。',
  'refusal.no_role': 'どの組織にも役割が登録されていません。管理者に相談してください。',
  'refusal.openid_denied': 'GビズIDの画面で中止されたか、利用が認められませんでした。もう一度試してください。',
  'refusal.openid_unreachable': '今はGビズIDに接続できません。少し待ってから、もう一度試してください。',
  'refusal.openid_not_believed': 'GビズIDからの応答を確かめられませんでした。はじめからやり直してください。',
  'refusal.openid_account_incomplete':
    'GビズIDに、氏名、組織名又はメールアドレスがありません。GビズIDの登録内容を確かめてください。',
  'refusal.openid_mail_taken':
    'このメールアドレスは、別の方法でサインインする利用者のものです。運営者に連絡してください。',
  'refusal.openid_account_may_not_act':
    'このアカウントでは、この組織として手続きできません。代理申請にはプライム又はメンバーのアカウントが必要です。制度の担当者はパスキーを使います。',
  'rule.application_is_complete': '申請に不足や誤りがないこと',
  'rule.every_file_is_stored': '記載されたすべてのファイルが保存されていること',
  'rule.every_file_is_cleared': 'すべてのファイルのウイルス検査が済み、問題が見つかっていないこと',
  'rule.only_returned_items_changed': '差し戻された項目だけが変わっていること',
  'rule.some_item_is_returned': '差し戻す項目を一つ以上示すこと',
  'rule.returned_items_have_remarks': '差し戻す項目すべてに理由を書くこと',
  'rule.clock_has_run_out': '運営者が打ち切れるのは、回答又は手数料の期限が過ぎたときだけであること',
  'rule.reason_is_given': '理由を示すこと',
  'rule.no_decision_is_proposed': 'まだ起案がないこと',
  'rule.proposer_may_withdraw': '起案者本人が取り下げるか、別の担当官が理由を示して差し戻すこと',
  'rule.decision_is_proposed': '決定が起案されていること',
  'rule.confirmer_is_another': '起案者とは別の担当官が承認すること',
  'rule.confirmer_did_not_make_format_check': '形式確認をした担当官とは別の担当官が承認すること',
  'rule.nothing_changed_since_proposal': '起案の後に申請の内容が変わっていないこと',
  'rule.shortening_has_reason': '有効期間を短くするときは理由を示すこと',
  'rule.refusal_has_reason': '付与しない決定には理由を示すこと',
} as const;
