//! The one table of problems. A row is: name = status, code, Chinese sentence, English sentence. A sentence says what to do
//! next. The codes are a contract: they are added to, never renamed.

macro_rules! catalogue {
    ($($(#[$group:meta])* $name:ident = $status:literal $code:literal $zh:literal $en:literal;)+) => {
        /// A problem's stable code.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Code { $(#[doc = $en] $name),+ }

        impl Code {
            /// Every code, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The stable text.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }

            /// The HTTP status.
            #[must_use]
            pub const fn status(self) -> u16 {
                match self { $(Self::$name => $status),+ }
            }

            /// The Chinese sentence.
            #[must_use]
            pub const fn zh(self) -> &'static str {
                match self { $(Self::$name => $zh),+ }
            }

            /// The English sentence.
            #[must_use]
            pub const fn en(self) -> &'static str {
                match self { $(Self::$name => $en),+ }
            }
        }
    };
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

catalogue! {
    // General
    NotFound = 404 "not_found" "没有找到，或您无权查看。请检查编号，或换有权限的账号。" "Not found, or not yours to see. Check the id, or use an account that has the right.";
    UnknownRoute = 404 "unknown_route" "没有这个地址。接口说明在 /docs。" "There is no such address. The API is described at /docs.";
    MethodNotAllowed = 405 "method_not_allowed" "这个地址不支持这种请求方法。接口说明在 /docs。" "This address does not take that method. The API is described at /docs.";
    Duplicate = 409 "duplicate" "已经有相同的记录。请使用原有的那一条。" "There is such a record already. Use that one.";
    Stale = 412 "stale" "内容已被他人修改。请刷新后再改。" "It was changed by somebody else. Reload it and edit again.";
    VersionRequired = 428 "version_required" "修改需要带上 If-Match（读取时的 ETag）。请先读取再修改。" "An edit needs If-Match with the ETag that was read. Read it first, then edit.";
    RefersToMissing = 422 "refers_to_missing" "引用的记录不存在。请检查编号。" "It refers to a record that does not exist. Check the ids.";
    InvalidField = 422 "invalid_field" "有一项内容不能使用。请按提示修改。" "One of the fields cannot be used. Correct it as said.";
    MalformedJson = 400 "malformed_json" "请求内容不是正确的 JSON，或缺少字段。请按接口说明修改。" "The body is not valid JSON for this request, or a field is missing. Correct it as the API description says.";
    MalformedQuery = 400 "malformed_query" "地址中的参数不能识别。请按接口说明修改。" "A parameter in the address cannot be read. Correct it as the API description says.";
    BodyTooLarge = 413 "body_too_large" "内容太大。请分批发送。" "The body is too large. Send it in smaller parts.";
    RequestTooSlow = 408 "request_too_slow" "内容没有在规定时间内收完。请检查网络后重试，手机上的打卡不会丢失。" "The body did not arrive in time. Check the network and send it again; check-ins on the phone are not lost.";
    UnsupportedMediaType = 415 "unsupported_media_type" "内容类型不受支持。请以 application/json 发送。" "That content type is not taken. Send application/json.";
    TooManyRequests = 429 "too_many_requests" "请求太频繁。请按 Retry-After 稍后再试。" "Too many requests. Try again after the time in Retry-After.";
    Internal = 500 "internal" "服务器出错，已记录。请稍后再试，并告知请求编号。" "The server failed and has logged it. Try again later, and quote the request id.";
    DatabaseUnavailable = 503 "database_unavailable" "数据库暂时不可用，打卡请保留在手机上，会自动重发。" "The database is unavailable for now. Check-ins stay on the phone and are sent again.";
    DatabaseReadOnly = 503 "database_read_only" "数据库只能读、不能写，打卡请保留在手机上，会自动重发。请管理员检查服务器账户对数据库文件及其目录的写权限。" "The database can be read but not written. Check-ins stay on the phone and are sent again. The administrator has to give the server the right to write to the database's file and folder.";
    DatabaseNotOpened = 503 "database_not_opened" "数据库打不开，原因见说明。请改正后重新启动。" "The database cannot be opened, for the reason given. Mend that and start again.";
    DatabaseTooNew = 503 "database_too_new" "数据库由更新的版本写成。请升级本程序。" "The database was written by a newer version. Upgrade this program.";
    UseDatabaseTools = 422 "use_database_tools" "PostgreSQL 请用它自己的工具备份：pg_dump，还原用 pg_restore。" "Back PostgreSQL up with its own tools: pg_dump, and pg_restore to restore.";
    Forbidden = 403 "forbidden" "您没有做这件事的权限。请找有权限的人办理。" "You do not have the right to do this. Ask somebody who has.";
    AuditTooYoung = 422 "audit_too_young" "审计日志至少保存六个月，只能删除更早的记录。请选更早的日期。" "The audit log is kept for six months at least. Choose an earlier date.";

    // Signing in and sessions
    NotSignedIn = 401 "not_signed_in" "请先登录。" "Sign in first.";
    AccessTokenExpired = 401 "access_token_expired" "登录令牌已过期。请用刷新令牌换新的。" "The access token has run out. Get a new one with the refresh token.";
    SessionEnded = 401 "session_ended" "登录已失效。请重新登录，手机上未发送的打卡不会丢失。" "The session has ended. Sign in again; unsent check-ins on the phone are not lost.";
    WrongCredentials = 401 "wrong_credentials" "手机号或密码不对。请重试，或用短信验证码登录。" "The phone number or the password is wrong. Try again, or sign in with a text message code.";
    WrongCode = 401 "wrong_code" "验证码不对或已过期。请核对，或重新获取。" "The code is wrong or has run out. Check it, or ask for a new one.";
    AccountLocked = 429 "account_locked" "密码错误次数过多，账号暂时锁定。请按 Retry-After 稍后再试，或用短信验证码登录。" "Too many wrong passwords: the account is locked for a while. Try again after the time in Retry-After, or sign in with a text message code.";

    // Organizations and people
    WrongParent = 422 "wrong_parent" "上级机构不合适：学校和派出所只能挂在教育局下。请另选上级。" "That parent does not fit: schools and stations belong under a bureau. Choose another.";
    WrongKind = 422 "wrong_kind" "机构类型不合适：这里需要派出所或学校。请核对编号。" "That organization is of another kind than this needs: a station, or a school. Check the ids.";
    NotEmpty = 409 "not_empty" "该机构是根机构，或下面还有机构，不能停用。请先处理下级机构。" "It is a root, or has organizations below it, and cannot be put away. Put those below away first.";
    AlreadyMember = 409 "already_member" "此人在这里已有相同的身份或职务，或正在等待审批。无需重复操作。" "This person holds that already here, or waits for approval. Nothing more is needed.";
    NotPending = 409 "not_pending" "这条申请已经处理过。请刷新列表。" "That was decided already. Reload the list.";
    LastAdministrator = 409 "last_administrator" "这是最后一位管理员。请先任命另一位。" "This is the last administrator. Appoint another first.";
    InviteOver = 410 "invite_over" "邀请已过期、已撤回或名额已满。请向学校要新的邀请。" "The invite has run out, was withdrawn, or is used up. Ask the school for a new one.";
    PhoneTaken = 409 "phone_taken" "这个手机号已有账号。请先登录，或用密码、短信验证码证明是本人。" "That number has an account. Sign in first, or prove that it is yours by password or text message code.";
    SetUpLinkOver = 410 "set_up_link_over" "初始化链接无效、已过期或已使用。请在服务器上运行 huxue set-up-link 生成新的链接。" "The set-up link is not valid, has run out, or was used. Make a new one on the server with huxue set-up-link.";

    // Places and codes
    CheckpointInUse = 409 "checkpoint_in_use" "还有岗位要求用到这个打卡点。请先结束这些岗位要求，再停用打卡点。" "Duties still ask for people at this checkpoint. End those duties first, then put it away.";
    TooManyCheckpoints = 422 "too_many_checkpoints" "一所学校最多 200 个打卡点。请先停用不用的。" "A school has at most 200 checkpoints. Put away those that are not used first.";
    TableUnreadable = 422 "table_unreadable" "这个表格读不出来，原因见说明。请改正后再导入。" "The table cannot be read, for the reason given. Correct it and import it again.";
    UnknownTemplate = 422 "unknown_template" "没有这个模板。可用的模板见 /templates。" "There is no such template. See /templates for those there are.";
    SchoolSetUp = 409 "school_set_up" "学校已经有护学时段，不能再套用模板。请直接修改现有设置。" "The school has windows already, so no template can be applied. Edit what is there.";
    UnknownCode = 404 "unknown_code" "这个码不能用，原因见说明。请扫岗位牌上的二维码，或输入牌下的短码。" "This code cannot be used, for the reason given. Scan the QR on the post's sign, or type the short code below it.";
    UnknownScreen = 404 "unknown_screen" "这个屏幕链接无效或已停用。请学校重新设置屏幕。" "This screen's link is not valid or was revoked. Ask the school to set up the screen again.";
    SignKeyRetired = 409 "sign_key_retired" "这张牌的密钥已停用，不能再打印。请换发新牌。" "The key of this sign was withdrawn, so it cannot be printed any more. Reissue the sign.";
    SignNotDrawable = 422 "sign_not_drawable" "二维码放不下这个链接。请在配置中改用更短的 public_url。" "The link does not fit into a QR. Set a shorter public_url in the configuration.";
    LastKey = 409 "last_key" "这是该用途唯一在用的密钥。请先轮换出新密钥，再停用它。" "It is the only key of its purpose in use. Rotate first, then retire it.";
    KeyInUse = 409 "key_in_use" "还有正在使用的牌由这个密钥签发，停用后这些牌都要换新。确认要停用请加 --yes。" "Signs out there are signed with this key, and all of them must be replaced once it is retired. Add --yes if you mean it.";

    // Calendar, windows, duties and shifts
    DateInPast = 422 "date_in_past" "日期已过，过去的数字不能改动。请选择今天或以后的日期。" "That date has passed, and past figures stand. Choose today or a later date.";
    RuleEnded = 409 "rule_ended" "该时段、岗位要求或巡逻线路到那时已经终止。请新建一个。" "That window, duty or patrol route has ended by then. Add a new one.";
    WrongCheckpoint = 422 "wrong_checkpoint" "打卡点不属于本校或已停用。请另选一个。" "That checkpoint is not one of this school's in use. Choose another.";
    WrongPatrolPoint = 422 "wrong_patrol_point" "有巡逻点不在本所负责的学校，或打卡点已停用。请另选一个。" "A point of the route is not at a school of this station, or was put away. Choose another.";
    TooManyChannels = 422 "too_many_channels" "一个单位最多 20 个通道。请先删除不用的。" "An organization has at most 20 channels. Remove those that are not used first.";
    SchoolOnPatrolRoute = 409 "school_on_patrol_route" "本所有巡逻线路经过该校。请先终止线路，或去掉该校的巡逻点。" "A patrol route of the station leads past that school. End the route, or take its points off, first.";
    StepNotPossible = 409 "step_not_possible" "这一步已经有人做过，或求助已经结束。请刷新查看。" "Somebody did that already, or the alarm is over. Reload to see how it stands.";
    HazardCategoryNotOffered = 422 "hazard_category_not_offered" "这所学校没有这个隐患类别，或它已停用。请另选一个类别再上报。" "This school has no such category of hazards, or it was retired. Choose another and report again.";
    BureauOnly = 422 "bureau_only" "隐患类别和整改天数由教育局设置。请联系教育局。" "Categories of hazards and their days are set by a bureau. Ask the bureau.";
    PhotoUnreadable = 422 "photo_unreadable" "照片读不出来，或超过 1600 万像素。请用 JPEG 或 PNG 格式、尺寸小一些的照片。" "The photo cannot be read, or has more than 16 megapixels. Send a smaller one, as JPEG or PNG.";
    PhotoLimit = 409 "photo_limit" "每人对一条隐患最多上传 6 张照片。" "Each person adds at most 6 photos to a hazard.";
    PhotoStoreUnavailable = 503 "photo_store_unavailable" "照片暂时存取不了，隐患本身已经收到。请稍后再试。" "Photos cannot be stored or read for now; the hazard itself has been received. Try again later.";
    NotYourChecklist = 403 "not_your_checklist" "这份检查清单由别的岗位填写：带班领导、安全负责人和校长，或责任民警和所长。请选您负责的清单。" "Others go through this checklist: duty heads, safety officers and principals, or officers and chiefs. Choose one that is yours.";
    ChecklistRetired = 409 "checklist_retired" "这份检查清单已停用。请刷新后按现在的清单检查。" "This checklist was retired. Reload, and go through the one that holds now.";
    ChecklistBuiltIn = 409 "checklist_built_in" "内置的检查清单不能停用。需要别的检查项时，请新增一份清单。" "A checklist that comes with huxue cannot be retired. Add one of your own for what else is to be looked at.";
    TooManyChecklists = 422 "too_many_checklists" "一个单位最多 20 份在用的检查清单。请先停用不用的。" "An organization has at most 20 checklists in force. Retire those that are not used first.";
    NotOfStation = 422 "not_of_station" "有人不是本所的民警、辅警或交警。请先办理加入，或另选人员。" "Somebody named is no police, auxiliary or traffic officer of this station. Let them join first, or choose another.";
    TooManyRoutes = 422 "too_many_routes" "一个派出所最多 100 条巡逻线路。请先终止不用的。" "A station has at most 100 patrol routes. End those that are not used first.";
    WrongWindow = 422 "wrong_window" "护学时段不属于本校或已终止。请另选一个。" "That window is not one of this school's in force. Choose another.";
    WrongDuties = 422 "wrong_duties" "列出的岗位要求应与该时段的完全一致，每项一次。请刷新后重新排序。" "The list must name every duty of this window, each once, and no other. Reload and put them in order again.";
    RangeTooLong = 422 "range_too_long" "日期范围不对：结束不能早于开始，且不超过 400 天。请缩短或改正。" "That span of dates does not work: it must not end before it begins, nor be over 400 days. Correct it.";
    AlreadyWithdrawn = 409 "already_withdrawn" "这条当日调整已经撤回。请刷新。" "That change was taken back already. Reload.";
    NoSuchDutyThatDay = 422 "no_such_duty_that_day" "那天没有这项岗位要求。请核对日期和岗位。" "That duty is not asked for on that date. Check the date and the duty.";
    RoleNotListed = 422 "role_not_listed" "该人员在本校没有此岗位要求的身份。请另选人员或身份。" "The person holds no role at this school that the duty lists. Choose another person or role.";
    NoSuchStandIn = 422 "no_such_stand_in" "本校没有用这个手机号、可以顶这个班次的人员。请核对号码，或请学校另行安排。" "Nobody in this school who can take this shift has that phone number. Check the number, or ask the school to plan somebody.";
    ShiftAnswered = 409 "shift_answered" "班次状态已变化。请刷新后再操作。" "The shift is in another state by now. Reload and try again.";

    // Check-ins
    Busy = 503 "busy" "服务器正忙，打卡请保留在手机上，会自动重发。" "The server is busy. Check-ins stay on the phone and are sent again.";
    CheckInsCount = 422 "check_ins_count" "一次发送 1 到 200 条打卡。请分批发送。" "Send 1 to 200 check-ins at a time. Split them into batches.";
    OwnCheckIn = 422 "own_check_in" "这是您自己的打卡。请由另一位有权限的人员办理。" "This is your own check-in. Ask somebody else who has the right.";
    OwnRequest = 422 "own_request" "这条补卡是您申请的。请由另一位有权限的人员处理。" "You asked for this correction. Let somebody else who has the right decide.";
    NotOnDutyThere = 403 "not_on_duty_there" "联签人当时要在同一岗位，且本人打卡达到可信。请先在该岗位打卡。" "To co-sign you must be on duty at that post, with a check-in of your own that is at least likely. Check in there first.";
    CoSignWithoutEffect = 422 "co_sign_without_effect" "这条打卡无效或定位在别处，联签不能改变它。如确实在岗，请补卡。" "This check-in is rejected, or its position lies elsewhere, so a co-signature changes nothing. If the person was there, enter a correction.";
    NotFlagged = 422 "not_flagged" "这条打卡没有这个待核查项。请刷新后再看。" "This check-in does not carry that flag. Reload it and look again.";
    RoleNotHeld = 422 "role_not_held" "此人在这所学校没有这种身份。请改选身份，或先办理加入。" "That person does not have this role in the school. Choose another role, or let them join first.";
    CorrectionDecided = 409 "correction_decided" "这条补卡已经处理过。请刷新列表。" "This correction was decided already. Reload the list.";
    ReceiptInvalid = 422 "receipt_invalid" "这不是本系统签发的回执，或内容被改过。请核对后再试。" "This is no receipt of this server, or it was altered. Check the text and try again.";

    // Coverage
}

#[cfg(test)]
mod tests {
    use super::Code;

    #[test]
    fn codes_are_unique_and_every_sentence_is_complete() {
        let codes: std::collections::BTreeSet<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
        assert_eq!(codes.len(), Code::ALL.len());
        for code in Code::ALL {
            assert!((400..600).contains(&code.status()), "{code}");
            assert!(code.zh().ends_with('。') && code.en().ends_with('.'), "{code}");
            assert!(!code.zh().contains(['!', '！']) && !code.en().contains('!'), "{code}");
        }
    }
}
