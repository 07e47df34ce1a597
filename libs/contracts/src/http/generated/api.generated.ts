// Made from openapi.generated.json by: node apps/api/dist/openapi.js
export interface paths {
    "/api/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["auth_login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["auth_logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["auth_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["auth_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["import_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["plans_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{planId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["plans_plan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{planId}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["plans_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{planId}/rows/{rowId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["plans_row"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{planId}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["plans_findings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{planId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["plans_events"];
        put?: never;
        post: operations["acts_tell"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{planId}/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["plans_clock"];
        put?: never;
        post: operations["acts_turn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{planId}/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["plans_today"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{planId}/alarms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["plans_alarms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{planId}/workflows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["plans_workflows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{planId}/findings/{findingId}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["acts_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{planId}/findings/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["acts_acceptAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{planId}/launch/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["acts_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{planId}/launch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["acts_launch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{planId}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["acts_suspend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{planId}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["acts_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{planId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["acts_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{planId}/events/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["acts_previewEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{planId}/amendments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["amendments_list"];
        put?: never;
        post: operations["amendments_propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{planId}/amendments/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["amendments_offers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{planId}/amendments/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["amendments_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{planId}/amendments/{amendmentId}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["amendments_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{planId}/amendments/{amendmentId}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["amendments_decline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{planId}/export.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["export_xlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{planId}/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["stream_stream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assignments/{assignmentId}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["assignments_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assignments/{assignmentId}/not-arisen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["assignments_notArisen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assignments/{assignmentId}/report-period": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["assignments_reportPeriod"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assignments/{assignmentId}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["assignments_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assignments/{assignmentId}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["assignments_return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assignments/{assignmentId}/record-result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["assignments_recordResult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assignments/{assignmentId}/remind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["assignments_remind"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rows/{rowId}/fix-due": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["rows_fixDue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["calendar_calendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["calendar_edit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["inbox_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["inbox_readAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["inbox_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["directory_list"];
        put?: never;
        post: operations["directory_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directories/{directoryId}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["directory_people"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directories/{directoryId}/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["directory_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["accounts_list"];
        put?: never;
        post: operations["accounts_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{accountId}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["accounts_reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{accountId}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["accounts_disable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{accountId}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["accounts_enable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["health_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["health_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["health_metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        LoginRequest: {
            username: string;
            password: string;
        };
        Me: {
            /** Format: uuid */
            accountId: string;
            username: string;
            name: string;
            roles: components["schemas"]["Role"][];
            /** Format: uuid */
            unitId: string | null;
            unitName: string | null;
            mustChangePassword: boolean;
        };
        /** @enum {string} */
        Role: "office" | "unit-head" | "unit-staff" | "deputy-director" | "director" | "observer" | "admin";
        ChangePasswordRequest: {
            current: string;
            next: string;
        };
        Imported: {
            /** Format: uuid */
            planId: string;
        };
        PlanSummary: {
            /** Format: uuid */
            id: string;
            title: string;
            issuer: string;
            code: string | null;
            rehearsal: boolean;
            status: components["schemas"]["PlanStatus"];
            /** Format: date */
            issuedOn: string | null;
            /** Format: date-time */
            launchedAt: string | null;
            buckets: {
                [key: string]: number;
            };
        };
        /** @enum {string} */
        PlanStatus: "draft" | "running" | "suspended" | "closed";
        PlanView: {
            /** Format: uuid */
            id: string;
            title: string;
            issuer: string;
            code: string | null;
            rehearsal: boolean;
            status: components["schemas"]["PlanStatus"];
            /** Format: date */
            issuedOn: string | null;
            /** Format: date-time */
            launchedAt: string | null;
            buckets: {
                [key: string]: number;
            };
            dateText: string | null;
            /** Format: uuid */
            directoryId: string | null;
            signer: string | null;
            signerTitle: string | null;
            recipients: string[];
            clock: components["schemas"]["ClockView"] | null;
            event: {
                name: string;
                label: string;
                /** @enum {string} */
                state: "unknown" | "expected" | "confirmed" | "revoked";
                /** Format: date */
                on: string | null;
            };
            version: number;
            commands: ("launch" | "suspend" | "resume" | "close" | "event" | "clock" | "answer-findings" | "amend")[];
            groups: {
                code: string;
                name: string;
            }[];
            heldUp: components["schemas"]["HeldUp"][];
            counts: {
                rows: number;
                tasks: number;
                assignments: number;
                findingsBlocking: number;
                findingsCaution: number;
            };
        };
        ClockView: {
            /** @enum {string} */
            kind: "real" | "rehearsal";
            /** Format: date-time */
            now: string;
            rate: number;
            paused: boolean;
            /** Format: date-time */
            readAt: string;
            /** Format: date-time */
            nextAlarmAt: string | null;
        };
        HeldUp: {
            taskNo: string | null;
            /** Format: date-time */
            since: string;
        };
        RowView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            taskId: string;
            no: string;
            parentNo: string | null;
            content: string;
            leadText: string;
            coordinatorText: string;
            timeText: string;
            bucket: components["schemas"]["StatusBucket"];
            window: components["schemas"]["WindowView"];
            assignmentsDone: number;
            assignmentsTotal: number;
            taskBucket: components["schemas"]["StatusBucket"] | null;
            findings: number;
            assignments: components["schemas"]["AssignmentView"][];
        };
        /** @enum {string} */
        StatusBucket: "completed-on-time" | "completed-late" | "in-progress" | "overdue" | "not-yet" | "no-due-date" | "not-arisen" | "withdrawn";
        WindowView: {
            /** Format: date */
            opensOn: string | null;
            /** Format: date */
            lastDay: string | null;
            /** Format: date */
            target: string | null;
            /** Format: date-time */
            lateFrom: string | null;
            byPolicy: boolean;
            dueVersion: number;
            /** Format: date */
            firstLastDay: string | null;
            derivation: {
                rule: string;
                text: string;
            }[];
            words: string;
        };
        AssignmentView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            rowId: string;
            /** Format: uuid */
            unitId: string;
            unitName: string;
            headName: string | null;
            state: components["schemas"]["AssignmentState"];
            bucket: components["schemas"]["StatusBucket"];
            workingDaysLeft: number | null;
            /** Format: date-time */
            submittedAt: string | null;
            /** Format: date */
            actualOn: string | null;
            readable: boolean;
            result: {
                code: string | null;
                /** Format: date */
                issuedOn: string | null;
                summary: string | null;
            } | null;
            note: string | null;
            version: number;
            periods: components["schemas"]["PeriodView"][];
            commands: components["schemas"]["Command"][];
        };
        /** @enum {string} */
        AssignmentState: "waiting" | "open" | "submitted" | "accepted" | "returned" | "not-arisen" | "withdrawn";
        PeriodView: {
            period: string;
            /** Format: date */
            lastDay: string;
            /** @enum {string} */
            state: "upcoming" | "open" | "met" | "missed" | "met-late";
            evidence: string | null;
        };
        /** @enum {string} */
        Command: "submit" | "accept" | "return" | "claim-not-arisen" | "record-result" | "remind" | "fix-due" | "report-period";
        RowDetail: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            taskId: string;
            no: string;
            parentNo: string | null;
            content: string;
            leadText: string;
            coordinatorText: string;
            timeText: string;
            bucket: components["schemas"]["StatusBucket"];
            window: components["schemas"]["WindowView"];
            assignmentsDone: number;
            assignmentsTotal: number;
            taskBucket: components["schemas"]["StatusBucket"] | null;
            findings: number;
            assignments: components["schemas"]["AssignmentView"][];
            places: components["schemas"]["Place"][];
            planned: components["schemas"]["AlarmView"][];
            recorded: components["schemas"]["AlarmView"][];
            history: components["schemas"]["HistoryView"][];
            findingsList: {
                code: string;
                severity: string;
                message: string;
            }[];
            workflow: {
                workflowId: string;
                runId: string | null;
                state: string;
                /** Format: date-time */
                nextWakeAt: string | null;
            } | null;
        };
        Place: {
            /** @enum {string} */
            source: "text" | "docx" | "xlsx" | "csv" | "pdf";
            page?: number;
            line?: number;
            paragraph?: number;
            table?: number;
            tableRow?: number;
            column?: number;
            label: string;
        };
        AlarmView: {
            id: string;
            /** Format: date-time */
            at: string;
            rule: string;
            ruleText: string;
            occurrence: number;
            period: string | null;
            /** Format: uuid */
            rowId: string | null;
            rowNo: string | null;
            /** Format: uuid */
            unitId: string | null;
            unitName: string | null;
            dueVersion: number;
            to: string[];
            /** @enum {string} */
            state: "planned" | "recorded" | "sent" | "superseded" | "suppressed";
            /** Format: date-time */
            sentAt: string | null;
            recipients: {
                name: string;
                email: string | null;
                channel: string;
                /** Format: date-time */
                readAt: string | null;
            }[];
            note: string | null;
        };
        HistoryView: {
            id: string;
            /** Format: date-time */
            at: string;
            byName: string | null;
            text: string;
            before: string | null;
            after: string | null;
        };
        FindingView: {
            /** Format: uuid */
            id: string;
            code: string;
            /** @enum {string} */
            severity: "blocking" | "caution" | "notice";
            rowNo: string | null;
            place: components["schemas"]["Place"] | null;
            message: string;
            options: {
                code: string;
                label: string;
            }[];
            answer: {
                option: string | null;
                reason: string;
                byName: string;
                /** Format: date-time */
                at: string;
            } | null;
        };
        PlanEventView: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            kind: "expected" | "confirmed" | "moved" | "revoked" | "launched" | "suspended" | "resumed" | "closed" | "clock" | "amended";
            /** Format: date */
            effectiveOn: string | null;
            document: string | null;
            note: string | null;
            /** Format: date-time */
            at: string;
            byName: string | null;
        };
        TodayView: {
            items: components["schemas"]["TodayItem"][];
            chatText: string;
        };
        TodayItem: {
            /** Format: uuid */
            assignmentId: string;
            /** Format: uuid */
            rowId: string;
            rowNo: string;
            content: string;
            /** Format: uuid */
            unitId: string;
            unitName: string;
            headName: string | null;
            bucket: components["schemas"]["StatusBucket"];
            workingDaysLeft: number;
            dueWords: string;
            period: string | null;
            /** Format: date-time */
            lastRemindedAt: string | null;
            remindedToday: boolean;
            chatText: string;
        };
        WorkflowView: {
            workflowId: string;
            runId: string | null;
            type: string;
            taskNo: string | null;
            state: string;
            /** Format: date-time */
            nextWakeAt: string | null;
            version: number;
            settledVersion: number;
            /** Format: date-time */
            settledThrough: string | null;
            /** Format: date-time */
            failingSince: string | null;
            lastError: string | null;
        };
        AnswerFindingRequest: {
            option?: string | null;
            reason: string;
        };
        AcceptFindingsRequest: {
            reason: string;
        };
        LaunchRequest: {
            /** Format: uuid */
            commandId: string;
            /** Format: date */
            issuedOn: string;
            code?: string | null;
            /** Format: uuid */
            directoryId: string;
            /** Format: uuid */
            agencyUnitId: string;
            groups: {
                [key: string]: string[];
            };
            /** @default true */
            signed: boolean;
            /** @default {} */
            fixedDue: {
                [key: string]: string;
            };
            /** @default 5 */
            immediateWorkingDays: number;
            /** @default false */
            rollPeriodToWorkingDay: boolean;
            policyApprovedBy?: string | null;
            event?: {
                name?: string;
                /** @enum {string} */
                kind: "expected" | "confirmed";
                /** Format: date */
                on: string;
                document?: string | null;
            } | null;
            rehearsal?: {
                /** Format: date-time */
                startAt: string;
                rate: number;
            } | null;
        };
        LaunchPreview: {
            blockers: {
                code: string;
                message: string;
                rowNo: string | null;
            }[];
            warnings: {
                code: string;
                message: string;
            }[];
            tasks: number;
            assignments: number;
            units: number;
            sentence: string;
            firstDigest: {
                /** Format: date-time */
                at: string;
                mails: number;
                units: number;
            } | null;
            rows: {
                no: string;
                /** Format: date */
                opensOn: string | null;
                /** Format: date */
                lastDay: string | null;
                /** Format: date-time */
                lateFrom: string | null;
                alarms: {
                    /** Format: date-time */
                    at: string;
                    rule: string;
                    occurrence: number;
                    period: string | null;
                    to: string[];
                }[];
            }[];
        };
        Launched: {
            /** Format: uuid */
            planId: string;
            planWorkflowId: string;
            taskWorkflowIds: string[];
        };
        PlanActRequest: {
            /** Format: uuid */
            commandId: string;
            reason: string;
        };
        PlanEventRequest: {
            /** Format: uuid */
            commandId: string;
            name?: string;
            /** @enum {string} */
            kind: "expected" | "confirmed" | "moved" | "revoked";
            /** Format: date */
            effectiveOn?: string | null;
            document?: string | null;
            note?: string | null;
        };
        EventPreview: {
            rows: {
                no: string;
                before: components["schemas"]["WindowView"];
                after: components["schemas"]["WindowView"];
            }[];
            alarms: {
                added: number;
                removed: number;
            };
        };
        ClockRequest: {
            /** @enum {string} */
            act: "pause";
            /** Format: uuid */
            commandId: string;
        } | {
            /** @enum {string} */
            act: "rate";
            rate: number;
            /** Format: uuid */
            commandId: string;
        } | {
            /** @enum {string} */
            act: "jump";
            /** Format: date-time */
            to: string;
            /** Format: uuid */
            commandId: string;
        } | {
            /** @enum {string} */
            act: "jump-to-next-alarm";
            /** Format: uuid */
            commandId: string;
        };
        AmendmentView: {
            /** Format: uuid */
            id: string;
            seq: number;
            /** @enum {string} */
            status: "proposed" | "confirmed" | "declined";
            document: components["schemas"]["AmendmentDocument"];
            reason: string;
            rows: components["schemas"]["AmendedRow"][];
            proposedBy: string;
            /** Format: date-time */
            proposedAt: string;
            decidedBy: string | null;
            /** Format: date-time */
            decidedAt: string | null;
            decisionNote: string | null;
            mayDecide: boolean;
        };
        AmendmentDocument: {
            /** @enum {string} */
            kind: "plan" | "decision" | "letter";
            code: string;
            /** Format: date */
            issuedOn: string;
        };
        AmendedRow: {
            /** @enum {string} */
            kind: "add-row" | "change-row" | "withdraw-row";
            no: string;
            before: {
                content: string;
                leadText: string;
                coordinatorText: string;
                timeText: string;
                /** Format: date */
                lastDay: string | null;
            } | null;
            after: {
                content: string;
                leadText: string;
                coordinatorText: string;
                timeText: string;
                /** Format: date */
                lastDay: string | null;
            } | null;
        };
        AmendmentOffer: {
            no: string;
            source: string;
            content: string;
        };
        ProposeAmendmentRequest: {
            /** Format: uuid */
            commandId: string;
            document: components["schemas"]["AmendmentDocument"];
            reason: string;
            changes: components["schemas"]["AmendmentChange"][];
        };
        AmendmentChange: {
            /** @enum {string} */
            kind: "add-row";
            no: string;
            content: string;
            timeText: string;
            /** Format: date */
            fixedLastDay?: string | null;
            leadUnitIds: string[];
            /** @default  */
            coordinatorText: string;
            source?: string | null;
        } | {
            /** @enum {string} */
            kind: "change-row";
            /** Format: uuid */
            rowId: string;
            content?: string | null;
            timeText?: string | null;
            /** Format: date */
            fixedLastDay?: string | null;
            leadUnitIds?: string[] | null;
            coordinatorText?: string | null;
        } | {
            /** @enum {string} */
            kind: "withdraw-row";
            /** Format: uuid */
            rowId: string;
        };
        PreviewAmendmentRequest: {
            changes: components["schemas"]["AmendmentChange"][];
        };
        AmendmentPreview: {
            rows: {
                /** @enum {string} */
                kind: "add-row" | "change-row" | "withdraw-row";
                no: string;
                before: components["schemas"]["WindowView"] | null;
                after: components["schemas"]["WindowView"] | null;
            }[];
            added: {
                /** Format: date-time */
                at: string;
                rowNo: string | null;
                unitName: string | null;
                ruleText: string;
            }[];
            removed: {
                /** Format: date-time */
                at: string;
                rowNo: string | null;
                unitName: string | null;
                ruleText: string;
            }[];
            /** Format: date */
            until: string;
        };
        ConfirmAmendmentRequest: {
            /** Format: uuid */
            commandId: string;
            note?: string | null;
        };
        DeclineAmendmentRequest: {
            /** Format: uuid */
            commandId: string;
            reason: string;
        };
        SubmitRequest: {
            /** Format: uuid */
            commandId: string;
            version: number;
            code?: string | null;
            /** Format: date */
            issuedOn?: string | null;
            summary: string;
        };
        NotArisenRequest: {
            /** Format: uuid */
            commandId: string;
            version: number;
            reason: string;
        };
        ReportPeriodRequest: {
            /** Format: uuid */
            commandId: string;
            version: number;
            period: string;
            evidence: string;
        };
        AcceptRequest: {
            /** Format: uuid */
            commandId: string;
            version: number;
            note?: string | null;
        };
        ReturnRequest: {
            /** Format: uuid */
            commandId: string;
            version: number;
            reason: string;
        };
        RecordResultRequest: {
            /** Format: uuid */
            commandId: string;
            version: number;
            code: string;
            /** Format: date */
            issuedOn: string;
            /** Format: date */
            actualOn: string;
            summary?: string | null;
        };
        RemindRequest: {
            /** Format: uuid */
            commandId: string;
            note?: string | null;
        };
        FixDueRequest: {
            /** Format: uuid */
            commandId: string;
            /** Format: date */
            lastDay: string;
            approvedBy: string;
            reason: string;
        };
        CalendarView: {
            id: string;
            version: number;
            unannounced: number[];
            days: {
                /** Format: date */
                date: string;
                /** @enum {string} */
                kind: "off" | "work";
                name: string;
                source: string;
            }[];
        };
        CalendarDayRequest: {
            /** Format: date */
            date: string;
            /** @enum {string} */
            kind: "off" | "work" | "normal";
            name: string;
            source: string;
        };
        InboxQuery: {
            /** Format: uuid */
            after?: string;
            /** @default 50 */
            limit: number;
        };
        InboxPage: {
            entries: components["schemas"]["InboxEntry"][];
            unread: number;
            /** Format: uuid */
            next: string | null;
            /** Format: date-time */
            asOf: string;
        };
        InboxEntry: {
            id: string;
            /** Format: uuid */
            planId: string;
            planTitle: string;
            rehearsal: boolean;
            /** Format: date-time */
            at: string;
            rule: string;
            text: string;
            /** Format: uuid */
            rowId: string | null;
            rowNo: string | null;
            /** Format: date-time */
            readAt: string | null;
        };
        ReadInboxRequest: {
            /** Format: date-time */
            asOf: string;
        };
        DirectoryView: {
            /** Format: uuid */
            id: string;
            name: string;
            demo: boolean;
            units: components["schemas"]["UnitView"][];
        };
        UnitView: {
            /** Format: uuid */
            id: string;
            code: string;
            name: string;
            /** @enum {string} */
            kind: "unit" | "agency" | "post" | "guest";
            headName: string | null;
            demo: boolean;
        };
        CreateDirectoryRequest: {
            name: string;
        };
        DirectoryPeople: {
            /** Format: uuid */
            id: string;
            name: string;
            demo: boolean;
            people: components["schemas"]["PersonView"][];
            unreachable: {
                /** Format: uuid */
                unitId: string;
                unitName: string;
                /** @enum {string} */
                why: "no-head" | "no-address";
            }[];
        };
        PersonView: {
            /** Format: uuid */
            id: string;
            name: string;
            position: string;
            email: string | null;
            roles: components["schemas"]["Role"][];
            /** Format: uuid */
            unitId: string | null;
            unitName: string | null;
            username: string | null;
        };
        DirectoryImported: {
            unitsAdded: number;
            peopleAdded: number;
            peopleChanged: number;
            peopleKept: number;
        };
        AccountView: {
            /** Format: uuid */
            id: string;
            username: string;
            ownRoles: components["schemas"]["Role"][];
            /** Format: uuid */
            personId: string | null;
            personName: string | null;
            unitName: string | null;
            /** Format: uuid */
            directoryId: string | null;
            directoryName: string | null;
            personRoles: components["schemas"]["Role"][];
            disabled: boolean;
            mustChangePassword: boolean;
        };
        OpenAccountRequest: {
            username: string;
            /** Format: uuid */
            personId?: string | null;
            /** @default [] */
            roles: ("office" | "admin" | "director" | "deputy-director")[];
        };
        AccountOpened: {
            account: components["schemas"]["AccountView"];
            password: string;
        };
        Health: {
            /** @enum {string} */
            status: "alive";
        };
        Readiness: {
            /** @enum {string} */
            status: "ready" | "degraded" | "unready";
            database: boolean;
            temporal: boolean;
            plans: components["schemas"]["PlanHealth"][];
        };
        PlanHealth: {
            /** Format: uuid */
            planId: string;
            rehearsal: boolean;
            latestWakeMs: number;
            tasksBehind: number;
            oldestOutboxMs: number;
            failingSettles: number;
            digestsUnsent: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    auth_login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginRequest"];
            };
        };
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
        };
    };
    auth_logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    auth_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Chưa đăng nhập */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    auth_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordRequest"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    import_import: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Imported"];
                };
            };
        };
    };
    plans_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanSummary"][];
                };
            };
        };
    };
    plans_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                planId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanView"];
                };
            };
        };
    };
    plans_rows: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                planId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RowView"][];
                };
            };
        };
    };
    plans_row: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                planId: string;
                rowId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RowDetail"];
                };
            };
        };
    };
    plans_findings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                planId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingView"][];
                };
            };
        };
    };
    plans_events: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                planId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanEventView"][];
                };
            };
        };
    };
    acts_tell: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                planId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanEventRequest"];
            };
        };
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanEventView"][];
                };
            };
        };
    };
    plans_clock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                planId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClockView"];
                };
            };
        };
    };
    acts_turn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                planId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClockRequest"];
            };
        };
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClockView"];
                };
            };
        };
    };
    plans_today: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                planId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TodayView"];
                };
            };
        };
    };
    plans_alarms: {
        parameters: {
            query?: {
                state?: "planned" | "recorded" | "sent" | "superseded" | "suppressed";
                from?: string;
                to?: string;
            };
            header?: never;
            path: {
                planId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlarmView"][];
                };
            };
        };
    };
    plans_workflows: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                planId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowView"][];
                };
            };
        };
    };
    acts_answer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                planId: string;
                findingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerFindingRequest"];
            };
        };
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingView"][];
                };
            };
        };
    };
    acts_acceptAll: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                planId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptFindingsRequest"];
            };
        };
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingView"][];
                };
            };
        };
    };
    acts_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                planId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LaunchRequest"];
            };
        };
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LaunchPreview"];
                };
            };
        };
    };
    acts_launch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                planId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LaunchRequest"];
            };
        };
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Launched"];
                };
            };
        };
    };
    acts_suspend: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                planId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanActRequest"];
            };
        };
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanView"];
                };
            };
        };
    };
    acts_resume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                planId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanActRequest"];
            };
        };
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanView"];
                };
            };
        };
    };
    acts_close: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                planId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanActRequest"];
            };
        };
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanView"];
                };
            };
        };
    };
    acts_previewEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                planId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanEventRequest"];
            };
        };
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPreview"];
                };
            };
        };
    };
    amendments_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                planId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AmendmentView"][];
                };
            };
        };
    };
    amendments_propose: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                planId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposeAmendmentRequest"];
            };
        };
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AmendmentView"][];
                };
            };
        };
    };
    amendments_offers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                planId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AmendmentOffer"][];
                };
            };
        };
    };
    amendments_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                planId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewAmendmentRequest"];
            };
        };
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AmendmentPreview"];
                };
            };
        };
    };
    amendments_confirm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                planId: string;
                amendmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmAmendmentRequest"];
            };
        };
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AmendmentView"][];
                };
            };
        };
    };
    amendments_decline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                planId: string;
                amendmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclineAmendmentRequest"];
            };
        };
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AmendmentView"][];
                };
            };
        };
    };
    export_xlsx: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                planId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    stream_stream: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                planId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    assignments_submit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assignmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitRequest"];
            };
        };
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentView"];
                };
            };
        };
    };
    assignments_notArisen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assignmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NotArisenRequest"];
            };
        };
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentView"];
                };
            };
        };
    };
    assignments_reportPeriod: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assignmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportPeriodRequest"];
            };
        };
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentView"];
                };
            };
        };
    };
    assignments_accept: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assignmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptRequest"];
            };
        };
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentView"];
                };
            };
        };
    };
    assignments_return: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assignmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnRequest"];
            };
        };
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentView"];
                };
            };
        };
    };
    assignments_recordResult: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assignmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordResultRequest"];
            };
        };
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentView"];
                };
            };
        };
    };
    assignments_remind: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assignmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemindRequest"];
            };
        };
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentView"];
                };
            };
        };
    };
    rows_fixDue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FixDueRequest"];
            };
        };
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RowView"];
                };
            };
        };
    };
    calendar_calendar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarView"];
                };
            };
        };
    };
    calendar_edit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalendarDayRequest"];
            };
        };
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarView"];
                };
            };
        };
    };
    inbox_page: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxPage"];
                };
            };
        };
    };
    inbox_readAll: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadInboxRequest"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    inbox_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    directory_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectoryView"][];
                };
            };
        };
    };
    directory_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateDirectoryRequest"];
            };
        };
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectoryPeople"];
                };
            };
        };
    };
    directory_people: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                directoryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectoryPeople"];
                };
            };
        };
    };
    directory_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                directoryId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectoryImported"];
                };
            };
        };
    };
    accounts_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountView"][];
                };
            };
        };
    };
    accounts_open: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenAccountRequest"];
            };
        };
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountOpened"];
                };
            };
        };
    };
    accounts_reset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountOpened"];
                };
            };
        };
    };
    accounts_disable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountView"];
                };
            };
        };
    };
    accounts_enable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountView"];
                };
            };
        };
    };
    health_live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
    health_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Kết quả */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
        };
    };
    health_metrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
