// Generated from ../schema/openapi.yaml by scripts/generate.mjs. Do not edit.
export interface paths {
    "/v1/resources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Live objects that the caller may see, filtered, sorted and paged. */
        get: operations["listResources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resources/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One live object with its evidence, pods, events and manifest. */
        get: operations["getResource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resources/{id}/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Log of one container, read as the caller; text/plain. With follow it is a stream. */
        get: operations["getLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resources/{id}/manifest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The object as the cluster has it, read as the caller; YAML, secrets masked. */
        get: operations["getManifest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Runs, newest first. Live ones and those whose object is gone. */
        get: operations["listRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One run with the definition it had, its evidence, changes of verdict and kept log lines. */
        get: operations["getRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts by health and the rolled-up verdict of an entity, a product, a domain, or of all that the caller may see. */
        get: operations["getSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs/{namespace}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Verdict of a job (Component), from its definition, schedule and last runs, and what the caller may do with it. */
        get: operations["getJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/domains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Data domains of which the viewer may see something, by name; what a filter offers. */
        get: operations["listDomains"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/domains/{namespace}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a domain lives (cluster, namespaces), its quota in numbers and its roles. */
        get: operations["getDomain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/adoption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What runs on the clusters and belongs to no domain or job of the portal yet, with how it can be adopted. */
        get: operations["listAdoption"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notebook-servers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Notebook servers of both generations that the caller may see, with how long they have been idle and what they hold. */
        get: operations["listNotebookServers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notebook-servers/{namespace}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One notebook server by the catalog namespace and name of its Resource entity. */
        get: operations["getNotebookServer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notebook-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a form for a notebook server may offer in a domain. A part that cannot be read is named in problems; the rest stands. */
        get: operations["getNotebookOptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where live objects come from, and the state of each. */
        get: operations["listSources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/presets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What templates may offer (clusters to create in, quota presets with their numbers, Spark versions and images, the example application). */
        get: operations["listPresets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Server-sent events of changes that the caller may see. Resume with Last-Event-ID. */
        get: operations["stream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What an operation would do, checked by preflight and the cluster's dry run. Changes nothing. */
        post: operations["planOperation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what. Newest first. Everybody sees what they did, and what others did to what they own; the rest takes a permission. */
        get: operations["listOperations"];
        put?: never;
        /** Accepts an operation once (by idempotencyKey) and executes it as the caller. */
        post: operations["startOperation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One operation with the state of its steps. */
        get: operations["getOperation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests for approval that the caller may see, newest first. Closed ones are kept for as long as operations are. */
        get: operations["listApprovals"];
        put?: never;
        /** Asks the approvers to allow an operation. Asked again for the same thing, it is the same request. */
        post: operations["requestApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/approvals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One request with its comments. */
        get: operations["getApproval"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/approvals/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says something to everyone who takes part. */
        post: operations["commentApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/approvals/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approves or rejects, once. Of two at the same moment one wins, and the other is told. */
        post: operations["decideApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/approvals/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes the request back, while it is open or approved and not carried out. By who asked alone. */
        post: operations["withdrawApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog-entities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Long poll of registered entities by sequence, for the catalog's provider alone. */
        get: operations["listCatalogEntities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lakefs/repositories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Repositories that the caller may see, by name; with entityRef the one of an entity. */
        get: operations["listLakefsRepositories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lakefs/branches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Branches that the caller may see, filtered, sorted and paged. A read of the index, no server is asked. */
        get: operations["listLakefsBranches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lakefs/branches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One branch with its verdict, the evidence, and what can be done with it. A read of the index. */
        get: operations["getLakefsBranch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lakefs/branches/{id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Runs that were started on a branch, newest first, those whose object is gone as well. */
        get: operations["listLakefsBranchRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lakefs/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who changed the data that counts, newest first. What was merged into, committed to and reverted on the default and the protected branches, also without the portal. Read from the server. */
        get: operations["getLakefsHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lakefs/repositories/{source}/{repository}/refs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Branches, tags and deleted branches to choose from; with q those that begin with it. */
        get: operations["searchLakefsRefs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lakefs/repositories/{source}/{repository}/deleted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Deleted branches that can be restored, the latest first, from the portal's own record. */
        get: operations["listDeletedLakefsBranches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lakefs/repositories/{source}/{repository}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page of what differs between two refs, grouped by table. Read from the server. */
        get: operations["getLakefsDiff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lakefs/repositories/{source}/{repository}/diff-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tables that differ between two refs, with counts and sizes; of a big difference at least that many. */
        get: operations["getLakefsDiffGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lakefs/repositories/{source}/{repository}/uncommitted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page of what lies on a branch without being committed, grouped by table. Read from the server. */
        get: operations["getLakefsUncommitted"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lakefs/repositories/{source}/{repository}/conflicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Objects that both sides of a merge have changed, with what each did. Read from the server. */
        get: operations["getLakefsConflicts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lakefs/repositories/{source}/{repository}/commits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The log of a ref, newest first, with who did it in the portal. Read from the server. */
        get: operations["listLakefsCommits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lakefs/repositories/{source}/{repository}/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Runs of actions, newest first. Read from the server. */
        get: operations["listLakefsChecks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lakefs/repositories/{source}/{repository}/checks/{run}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The hooks of one run of an action, with what they said. Read from the server. */
        get: operations["getLakefsCheckRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lakefs/repositories/{source}/{repository}/objects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A folder of a ref. Read from the server. */
        get: operations["listLakefsObjects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lakefs/repositories/{source}/{repository}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The beginning of an object of text, as JSON and never as a page. Read from the server. */
        get: operations["previewLakefsObject"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lakefs/webhook/{server}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An action of lakeFS tells that something happened; checked by the header x-millrace-secret. Of the body only repository_id is read. */
        post: operations["tellLakefsChange"];
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
        /**
         * @description How it is now, in order of severity.
         * @enum {string}
         */
        Health: "healthy" | "suspended" | "progressing" | "unknown" | "degraded" | "failed";
        /**
         * @description How a run ended.
         * @enum {string}
         */
        Outcome: "succeeded" | "failed" | "cancelled";
        /** @enum {string} */
        Nature: "run" | "schedule" | "service" | "workbench" | "dataset" | "branch" | "capacity" | "guardrail";
        Evidence: {
            /** @enum {string} */
            kind: "object" | "pod" | "event" | "quota" | "limit-range" | "log" | "history" | "source";
            /** @description what was looked at, for example pod orders-daily-driver */
            subject: string;
            /** @description raw reason as the cluster gives it */
            reason?: string;
            message: string;
            /** Format: date-time */
            at?: string;
        };
        Remedy: {
            /** @description one imperative sentence */
            text: string;
            /** @description id of the operation that does it */
            operation?: string;
        };
        AssessmentSummary: {
            health: components["schemas"]["Health"];
            outcome?: components["schemas"]["Outcome"];
            /** @description short, CamelCase, stable */
            reason: string;
            /** @description one sentence: what and why */
            message: string;
            /** @description one sentence: what to do */
            nextStep?: string;
            /** Format: date-time */
            since?: string;
        };
        Assessment: components["schemas"]["AssessmentSummary"] & {
            evidence: components["schemas"]["Evidence"][];
            remedies: components["schemas"]["Remedy"][];
        };
        Fact: {
            key: string;
            label: string;
            value: string;
            warning?: boolean;
        };
        ResourceLink: {
            title: string;
            /** Format: uri */
            url: string;
        };
        Staleness: {
            /**
             * Format: date-time
             * @description time of the last state that is known to be true
             */
            since: string;
            message: string;
        };
        OperationAvailability: {
            id: string;
            title: string;
            available: boolean;
            /** @description why it is not available */
            reason?: string;
            /** @description the live object that it acts on; absent when it acts on the entity */
            resourceId?: string;
            destructive?: boolean;
            /** @description what the person is asked before */
            confirmation?: string;
        };
        PlatformResource: {
            /** @description opaque and stable for the life of the object */
            id: string;
            /** @description version of the index at its last change */
            version: number;
            source: string;
            group: string;
            apiVersion: string;
            kind: string;
            nature: components["schemas"]["Nature"];
            namespace?: string;
            name: string;
            uid: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            startedAt?: string;
            /** Format: date-time */
            finishedAt?: string;
            /** Format: date-time */
            deletingSince?: string;
            /** @description uid of the owner, for example the schedule */
            parentUid?: string;
            /** @description the Component or Resource it belongs to */
            entityRef?: string;
            productRef?: string;
            domainRef?: string;
            ownerRef?: string;
            /** @description owner of the domain, where what lives in it has an owner of its own: may do what that one may */
            domainOwnerRef?: string;
            /**
             * @description unverified: it claims an entity whose domain does not own its namespace
             * @enum {string}
             */
            claim: "verified" | "unverified" | "none";
            claimedEntityRef?: string;
            /** @description a run that has ended, and a newer one of the same job says how things are: history, not present trouble */
            superseded?: boolean;
            assessment: components["schemas"]["AssessmentSummary"];
            facts: components["schemas"]["Fact"][];
            stale?: components["schemas"]["Staleness"];
        };
        PodSummary: {
            name: string;
            /** @description driver, executor, ... */
            role: string;
            phase: string;
            reason?: string;
            message?: string;
            exitCode?: number;
            restarts?: number;
            node?: string;
            /** Format: date-time */
            createdAt?: string;
            /** Format: date-time */
            startedAt?: string;
            /** Format: date-time */
            finishedAt?: string;
            containers?: string[];
            /** @description the pod is no longer there; this is what was seen last */
            gone?: boolean;
            /** @description its log in a log store, where a pattern is configured */
            links?: components["schemas"]["ResourceLink"][];
        };
        ResourceEvent: {
            type: string;
            reason: string;
            message: string;
            count: number;
            subject: string;
            /** Format: date-time */
            firstAt?: string;
            /** Format: date-time */
            lastAt?: string;
        };
        ResourceDetail: components["schemas"]["PlatformResource"] & {
            assessment: components["schemas"]["Assessment"];
            links: components["schemas"]["ResourceLink"][];
            pods: components["schemas"]["PodSummary"][];
            events: components["schemas"]["ResourceEvent"][];
            operations: components["schemas"]["OperationAvailability"][];
            timeline: components["schemas"]["Moment"][];
            /** @description id of the current attempt in the history */
            runId?: string;
            executors?: components["schemas"]["ExecutorUsage"];
            spark?: components["schemas"]["SparkNumbers"];
        };
        /** @description Executors over the life of a run, as the portal saw their pods. Points are changes, not samples: between two of them the number stands. */
        ExecutorUsage: {
            /** @description oldest first, at most 500 (thinned without losing the peaks) */
            points: {
                /** Format: date-time */
                at: string;
                /** @description executors that run */
                running: number;
                /** @description executors whose pods wait */
                pending?: number;
                /** @description executors with at least one task, where the driver told */
                busy?: number;
            }[];
            peak: number;
            wanted?: {
                min?: number;
                max?: number;
                instances?: number;
                dynamic?: boolean;
            };
            /** @description executor pods times hours that they ran */
            executorHours: number;
            coreHours?: number;
            memoryGiBHours?: number;
            gpuHours?: number;
            /** @description executor-hours without a task; only where the driver told of its tasks */
            idleExecutorHours?: number;
            /** @description where prices are configured */
            idleCost?: {
                amount: number;
                currency: string;
            };
            /** @description where prices are configured */
            cost?: {
                amount: number;
                currency: string;
            };
            /** @description false when the portal did not watch for the whole run: the figures are a lower bound */
            complete: boolean;
        };
        /** @description What Spark itself tells of the application: the REST API of its driver, or of a History Server. */
        SparkNumbers: {
            /**
             * Format: date-time
             * @description when it was read
             */
            at: string;
            /** @enum {string} */
            from: "driver" | "history-server";
            applicationId?: string;
            sparkVersion?: string;
            /** @description 0 to 1, of the tasks of the jobs that run; absent when none runs */
            progress?: number;
            stages: {
                active: number;
                complete: number;
                pending: number;
                failed: number;
            };
            tasks: {
                active: number;
                complete: number;
                failed: number;
                total: number;
            };
            inputBytes?: number;
            outputBytes?: number;
            shuffleReadBytes?: number;
            shuffleWriteBytes?: number;
            spilledBytes?: number;
            /** @description share of task time spent in garbage collection, 0 to 1 */
            gcRatio?: number;
            peakExecutorMemoryBytes?: number;
            /** @description at most 10 */
            activeStages?: {
                id: number;
                name: string;
                complete: number;
                total: number;
                failed?: number;
            }[];
            /** @description what to look at, in words, worst first; at most 5 */
            hints?: {
                /** @description short, CamelCase, stable: TaskSkew, Spill, ... */
                reason: string;
                message: string;
                nextStep?: string;
                stage?: number;
            }[];
        };
        Moment: {
            title: string;
            /** Format: date-time */
            at?: string;
            /** @enum {string} */
            state?: "done" | "current" | "failed" | "pending";
            detail?: string;
        };
        ResourcePage: {
            items: components["schemas"]["PlatformResource"][];
            total: number;
            counts: components["schemas"]["Counts"];
            /** @description superseded runs that match but for the health filter; they are in none of the counts */
            superseded?: number;
            version: number;
            /** @description true while the first lists are under way: an empty page is not yet an answer */
            warming: boolean;
        };
        Counts: {
            healthy: number;
            suspended: number;
            progressing: number;
            unknown: number;
            degraded: number;
            failed: number;
        };
        Run: {
            id: string;
            /** @description set while the object is there */
            resourceId?: string;
            source: string;
            namespace?: string;
            group: string;
            kind: string;
            name: string;
            uid: string;
            /** @description attempt id; for Spark the submission id */
            attempt: string;
            entityRef?: string;
            productRef?: string;
            domainRef?: string;
            /** @enum {string} */
            trigger?: "person" | "schedule" | "external";
            /** @description entity ref of the person */
            by?: string;
            /** Format: date-time */
            submittedAt?: string;
            /** Format: date-time */
            startedAt?: string;
            /** Format: date-time */
            finishedAt?: string;
            durationSeconds?: number;
            outcome?: components["schemas"]["Outcome"];
            assessment: components["schemas"]["AssessmentSummary"];
            facts?: components["schemas"]["Fact"][];
            /** @description the object is still on the cluster */
            live: boolean;
            /** @description id of the operation (back-fill) that made this run */
            series?: string;
            /** @description the date that a run of a series is for: YYYY-MM-DD or RFC 3339 */
            runDate?: string;
            /** @description what differs from the definition of the job, in short words: "arguments, executor memory" */
            changed?: string;
            /** @description the object is gone (TTL or deletion); this is what the history kept */
            expired?: boolean;
            branch?: components["schemas"]["RunBranch"];
        };
        /** @description The data branch that a run was started on, by the record of the operation that made it. */
        RunBranch: {
            /** @description server, as configured */
            source: string;
            repository: string;
            branch: string;
            /** @description id of the live branch; absent when it is gone or not for the viewer to see */
            resourceId?: string;
            /** @description of the repository, where it is registered */
            entityRef?: string;
        };
        RunPage: {
            items: components["schemas"]["Run"][];
            /** Format: date-time */
            nextBefore?: string;
            /** @description set while the history cannot be read: only the runs whose object is on a cluster are listed, and the figures are of none */
            problem?: string;
            stats: {
                finished: number;
                succeeded: number;
                p50Seconds?: number;
                p95Seconds?: number;
            };
        };
        RunDetail: components["schemas"]["Run"] & {
            assessment: components["schemas"]["Assessment"];
            changes: components["schemas"]["VerdictChange"][];
            /** @description YAML of the definition that this run had */
            definition?: string;
            definitionIsCurrent?: boolean;
            /** @description last lines of the driver of a failed run */
            logTail?: string;
            pods?: components["schemas"]["PodSummary"][];
            links?: components["schemas"]["ResourceLink"][];
            executors?: components["schemas"]["ExecutorUsage"];
            spark?: components["schemas"]["SparkNumbers"];
            logTailTruncated?: boolean;
            /** @description why no end of the log was kept of a failed run, and what to do; one or two sentences */
            logTailMissing?: string;
        };
        VerdictChange: {
            /** Format: date-time */
            at: string;
            health: components["schemas"]["Health"];
            reason: string;
            message: string;
        };
        Part: {
            entityRef?: string;
            resourceId?: string;
            title: string;
            health: components["schemas"]["Health"];
            message: string;
            nextStep?: string;
            /** Format: date-time */
            since?: string;
        };
        Summary: {
            counts: components["schemas"]["Counts"];
            assessment: components["schemas"]["AssessmentSummary"];
            /** @description at most 20, worst first */
            notHealthy: components["schemas"]["Part"][];
            /** @description jobs and services that were rolled up */
            parts?: number;
            /** @description objects that claim this entity from a namespace of another domain */
            unverified?: number;
            version: number;
            warming: boolean;
        };
        Job: {
            entityRef: string;
            domainRef?: string;
            productRef?: string;
            /** @description cluster it runs on */
            source?: string;
            namespace?: string;
            assessment: components["schemas"]["Assessment"];
            operations: components["schemas"]["OperationAvailability"][];
            current?: components["schemas"]["PlatformResource"];
            schedule?: components["schemas"]["Schedule"];
            /** @description YAML of the definition that the next run will have, secrets masked */
            definition?: string;
            /** @description why the definition cannot run, if so */
            definitionProblem?: string;
            stale?: components["schemas"]["Staleness"];
            unverified?: components["schemas"]["PlatformResource"][];
            version: number;
            warming: boolean;
        };
        Schedule: {
            resourceId: string;
            expression: string;
            timeZone?: string;
            suspended: boolean;
            /** Format: date-time */
            nextRun?: string;
            /** Format: date-time */
            lastRun?: string;
            assessment?: components["schemas"]["AssessmentSummary"];
        };
        QuotaLine: {
            /** @description as in the ResourceQuota */
            resource: string;
            label?: string;
            used: string;
            hard: string;
            /** @description used over hard */
            ratio: number;
        };
        /** @enum {string} */
        NotebookState: "running" | "starting" | "stopping" | "stopped" | "failed" | "deleting" | "unknown";
        GpuCount: {
            /** @description resource key, for example nvidia.com/gpu */
            key: string;
            count: number;
        };
        NotebookServer: {
            resource: components["schemas"]["PlatformResource"];
            title?: string;
            /**
             * @description 1: Notebook; 2: Workspace (beta)
             * @enum {integer}
             */
            generation: 1 | 2;
            /** @description what a Workspace was made with: ids of options of its WorkspaceKind */
            options?: {
                kind?: string;
                imageConfig?: string;
                podConfig?: string;
            };
            state: components["schemas"]["NotebookState"];
            image?: string;
            imageTitle?: string;
            /** Format: date-time */
            startedAt?: string;
            /** Format: date-time */
            stoppedAt?: string;
            /** @description it was stopped because it was idle */
            culled?: boolean;
            /**
             * Format: date-time
             * @description last activity; only while it runs and activity is known
             */
            idleSince?: string;
            activityKnown: boolean;
            /** @description what the record of activity cannot see, one sentence */
            activityNote?: string;
            /** @description requested by all containers */
            cpu?: string;
            /** @description requested by all containers */
            memory?: string;
            gpu?: components["schemas"]["GpuCount"];
            /** @description resource-hours since the start */
            hours?: {
                cpu: number;
                memoryGib: number;
                gpu: number;
            };
            /** @description where prices are configured */
            costPerHour?: number;
            /** @description since the start, where prices are configured */
            cost?: number;
            /**
             * Format: uri
             * @description only when it would work
             */
            openUrl?: string;
            /** @description why it cannot be opened */
            openNote?: string;
            /** @description entity ref; the verified creator or the group it was made for, otherwise the owner of the domain */
            owner?: string;
            /** @description the portal made it, for this owner; false: nobody knows who made it, and the owner of the domain answers for it */
            ownerVerified?: boolean;
            /** @description its Resource entity, once there is one */
            entityRef?: string;
            operations: components["schemas"]["OperationAvailability"][];
        };
        NotebookServerPage: {
            items: components["schemas"]["NotebookServer"][];
            /** @description before paging */
            total: number;
            /** @description of all that match, but for the filter by state */
            totals: {
                running: number;
                stopped: number;
                failed: number;
                other: number;
                gpusHeld: number;
                /** @description GPUs held by servers that have been idle for an hour or longer */
                idleGpus: number;
                costPerHour?: number;
            };
            /** @description owners of all that match, but for the filters by owner and by state: what the filter by owner can be set to; refs, sorted */
            owners?: string[];
            currency?: string;
            /** @description from how many minutes on a server counts as idle */
            idleAfterMinutes?: number;
            version: number;
            warming: boolean;
            /** Format: date-time */
            generatedAt: string;
        };
        NotebookVolume: {
            claim: string;
            mountPath?: string;
            /** @enum {string} */
            role: "home" | "data";
            phase?: string;
            storageClass?: string;
            size?: string;
            accessModes?: string[];
            /** @description other notebook servers that mount it */
            sharedWith: string[];
        };
        NotebookServerDetail: {
            server: components["schemas"]["NotebookServer"];
            detail: components["schemas"]["ResourceDetail"];
            volumes: components["schemas"]["NotebookVolume"][];
            podDefaults: string[];
            quota: components["schemas"]["QuotaLine"][];
            currency?: string;
            version: number;
            warming: boolean;
        };
        NotebookImage: {
            id: string;
            title: string;
            image: string;
            /** @enum {string} */
            group: "jupyter" | "code-server" | "rstudio";
            description?: string;
        };
        WorkspaceOptionRedirect: {
            /** @description id of the option to take instead */
            to: string;
            message?: string;
        };
        WorkspaceImageOption: {
            id: string;
            title: string;
            description?: string;
            redirect?: components["schemas"]["WorkspaceOptionRedirect"];
        };
        WorkspacePodOption: {
            id: string;
            title: string;
            description?: string;
            redirect?: components["schemas"]["WorkspaceOptionRedirect"];
            cpu?: string;
            memory?: string;
            gpu?: components["schemas"]["GpuCount"];
        };
        WorkspaceKindOption: {
            name: string;
            title: string;
            description?: string;
            deprecated?: boolean;
            deprecationMessage?: string;
            /** @description hidden ones are left out */
            images: components["schemas"]["WorkspaceImageOption"][];
            /** @description hidden ones are left out */
            podConfigs: components["schemas"]["WorkspacePodOption"][];
            defaults: {
                imageConfig?: string;
                podConfig?: string;
            };
            homeMountPath?: string;
        };
        NotebookOptions: {
            domainRef: string;
            source?: string;
            namespace?: string;
            /** @description all of the domain */
            namespaces?: string[];
            /** @description that the cluster serves */
            generations: (1 | 2)[];
            images: components["schemas"]["NotebookImage"][];
            allowCustomImage: boolean;
            workspaceKinds: components["schemas"]["WorkspaceKindOption"][];
            podDefaults: {
                name: string;
                /** @description its desc */
                title: string;
                /** @description labels of the pod that select it */
                labels: {
                    [key: string]: string;
                };
            }[];
            gpus: {
                key: string;
                vendor: string;
                /** @description by all nodes together */
                offered: number;
                /** @description not held by a pod now; absent where the portal may not read the pods of all namespaces */
                free?: number;
                /** @description most that one node has free: a server fits on one node */
                largestFree?: number;
            }[];
            volumes: {
                name: string;
                size?: string;
                phase?: string;
                storageClass?: string;
                accessModes?: string[];
                /** @description names of notebook servers */
                usedBy: string[];
            }[];
            storageClasses: {
                name: string;
                isDefault: boolean;
            }[];
            quota: components["schemas"]["QuotaLine"][];
            limits: {
                /** @description Container, Pod, ... */
                type: string;
                resource: string;
                min?: string;
                max?: string;
                default?: string;
            }[];
            tolerationGroups: components["schemas"]["NotebookGroup"][];
            affinityGroups: components["schemas"]["NotebookGroup"][];
            defaults: {
                cpu: string;
                memory: string;
                homeSize: string;
                homeMountPath: string;
                /** @description limit of CPU and memory over their request; 0: no limits */
                limitFactor?: number;
            };
            prices?: {
                currency: string;
                coreHour: number;
                gibHour: number;
                gpuHour: number;
            };
            problems: {
                /** @description key of this answer, for example gpus */
                part: string;
                message: string;
            }[];
        };
        NotebookGroup: {
            id: string;
            title: string;
            description?: string;
        };
        /** @description what one LimitRange says of one resource of containers; quantities */
        ContainerLimit: {
            source: string;
            namespace: string;
            /** @description of the LimitRange */
            name: string;
            /** @description cpu, memory, ... */
            resource: string;
            /** @description what a container asks for that says nothing */
            request?: string;
            /** @description what it gets at most then */
            limit?: string;
            min?: string;
            max?: string;
        };
        DomainDetail: {
            entityRef: string;
            ownerRef?: string;
            source?: string;
            namespaces: string[];
            quota: components["schemas"]["QuotaLine"][];
            /** @description what LimitRanges of its namespaces say of containers */
            limits?: components["schemas"]["ContainerLimit"][];
            /** @description what could not be read: its part of this answer is empty, which means nothing then */
            problems?: {
                /** @enum {string} */
                part: "quota" | "limits";
                message: string;
            }[];
            roles?: {
                role: string;
                groups: string[];
            }[];
            /** @description what can be done with the domain, for the caller */
            operations?: components["schemas"]["OperationAvailability"][];
            /** @description it was there before the portal, which deletes nothing of it */
            adopted?: boolean;
            stale?: components["schemas"]["Staleness"];
            version?: number;
        };
        Source: {
            name: string;
            title?: string;
            /** @description kubernetes, or the id of another system: lakefs */
            type: string;
            /** @enum {string} */
            state: "connecting" | "connected" | "stale" | "forbidden" | "unreachable" | "unsupported";
            /** @description one sentence */
            message: string;
            /** Format: date-time */
            since?: string;
            /** Format: date-time */
            lastContact?: string;
            /** @description version of the server */
            version?: string;
            sandbox?: boolean;
            /** @description controllers that move the objects of this source, judged from what they leave behind; only on sources of which the viewer may see something */
            operators?: components["schemas"]["OperatorState"][];
            resources?: number;
            kinds: {
                kind: string;
                group: string;
                /** @description of its API that is read; absent where none is served */
                version?: string;
                /** @enum {string} */
                state: "watching" | "listing" | "dormant" | "forbidden" | "stale" | "error";
                message?: string;
                /** @description set where only some namespaces may be read */
                namespaces?: string[];
            }[];
        };
        OperatorState: {
            /** @description for example spark-kubeflow */
            id: string;
            title: string;
            /** @description kind.group */
            kinds: string[];
            /** @enum {string} */
            state: "up" | "down" | "unknown";
            /**
             * Format: date-time
             * @description of the state down: the first thing it has not done
             */
            since?: string;
            /** Format: date-time */
            lastActivity?: string;
            /** @description one sentence */
            message: string;
            nextStep?: string;
        };
        QuotaPreset: {
            id: string;
            title: string;
            description: string;
            hard: {
                [key: string]: string;
            };
        };
        Presets: {
            clusters: {
                name: string;
                title?: string;
                state: string;
                message?: string;
                /** @description kinds, as kind.group */
                serves: string[];
            }[];
            quotas: components["schemas"]["QuotaPreset"][];
            spark: {
                versions: string[];
                images: string[];
                examples?: {
                    id: string;
                    title: string;
                    language: string;
                    mainApplicationFile: string;
                    mainClass?: string;
                    arguments?: string[];
                }[];
            };
        };
        OperationRequest: {
            /** @description id, for example domain:create or spark-job:run */
            operation: string;
            entityRef?: string;
            resourceId?: string;
            input?: {
                [key: string]: unknown;
            };
            idempotencyKey?: string;
        };
        PlanStep: {
            id: string;
            /** @enum {string} */
            verb: "create" | "patch" | "delete" | "register" | "unregister" | "cancel" | "call";
            /** @description for example create Namespace orders on cluster eu-1 */
            title: string;
            source?: string;
            /** @enum {string} */
            identity?: "user" | "bootstrap" | "portal";
            /** @description what is created or the patch, secrets masked */
            object?: {
                [key: string]: unknown;
            };
            /** @description the same as YAML */
            manifest?: string;
            /** @enum {string} */
            dryRun?: "passed" | "skipped" | "failed";
        };
        Finding: {
            /** @enum {string} */
            level: "error" | "warning" | "info";
            /** @description path of the field */
            field?: string;
            message: string;
            remedy?: string;
            /** @description for programs, where one may act on it: ApprovalNeeded */
            code?: string;
        };
        Plan: {
            operation: string;
            title: string;
            steps: components["schemas"]["PlanStep"][];
            findings: components["schemas"]["Finding"][];
            /** @description no finding is an error */
            ok: boolean;
            /** @description the entity that this makes or acts on */
            entityRef?: string;
            approval?: components["schemas"]["PlanApproval"];
        };
        /** @description The operation needs the leave of others; until it is approved, the plan is not ok and has a finding with code ApprovalNeeded. */
        PlanApproval: {
            /** @description one sentence */
            reason: string;
            /** @description groups and users; none: administrators of the platform decide */
            approverRefs: string[];
            /**
             * @description stale: what was looked at has changed since it was asked or approved; ask again
             * @enum {string}
             */
            state: "needed" | "requested" | "approved" | "rejected" | "stale";
            /** @description absent where state is needed */
            approvalId?: string;
        };
        ApprovalText: string;
        /**
         * @description approved: may be carried out; done: was; stale: what was looked at has changed since
         * @enum {string}
         */
        ApprovalState: "open" | "approved" | "rejected" | "withdrawn" | "done" | "stale";
        ApprovalComment: {
            id: string;
            /** @description entity ref of the person */
            by: string;
            /** Format: date-time */
            at: string;
            /** @description empty for a decision without words */
            text: string;
            /** @enum {string} */
            decision?: "approve" | "reject";
        };
        Approval: {
            id: string;
            /** @description id, for example lakefs:merge */
            operation: string;
            /** @description what would be done */
            title: string;
            /** @description why it needs approval */
            reason: string;
            /** @description what to start once it is approved */
            request: components["schemas"]["OperationRequest"];
            /** @description the live object that it was asked of */
            resourceId?: string;
            entityRef?: string;
            productRef?: string;
            domainRef?: string;
            requestedBy: string;
            /** Format: date-time */
            requestedAt: string;
            approverRefs: string[];
            state: components["schemas"]["ApprovalState"];
            /** @description why it is stale, as a sentence */
            stateReason?: string;
            /** @description what was looked at, for example the commit of each branch */
            pins: {
                [key: string]: string;
            };
            /** @description path in the portal that shows it */
            link?: string;
            /** @description oldest first; in a list none */
            comments: components["schemas"]["ApprovalComment"][];
            commentCount?: number;
            decidedBy?: string;
            /**
             * @description administrator: of the platform, and none of the approvers
             * @enum {string}
             */
            decidedAs?: "approver" | "administrator";
            /** Format: date-time */
            decidedAt?: string;
            /** @description of the operation that carries it out or has done so */
            operationId?: string;
            mayDecide: boolean;
            /** @description why not, as a sentence */
            mayNotDecide?: string;
            /** @description the caller decides as an administrator of the platform, and has to say why */
            mustComment?: boolean;
            mayWithdraw: boolean;
            mayComment: boolean;
        };
        ApprovalPage: {
            items: components["schemas"]["Approval"][];
            /** @description of all pages */
            total: number;
            /** @description open ones that wait for the caller, whatever was asked for here */
            toReview: number;
        };
        OperationStep: {
            id: string;
            title: string;
            /** @enum {string} */
            state: "pending" | "running" | "done" | "failed" | "undone" | "skipped";
            message?: string;
            uid?: string;
            /** Format: date-time */
            at?: string;
        };
        Operation: {
            id: string;
            operation: string;
            title: string;
            actor: string;
            entityRef?: string;
            /** @description owner of the entity when the operation was accepted */
            ownerRef?: string;
            /**
             * @description cancelled: a person ended it early; what it had done by then stays
             * @enum {string}
             */
            state: "accepted" | "running" | "done" | "failed" | "cancelled";
            /** @description entity ref of the person who asked it to end early; while it is still running, what goes on is waited for */
            cancelledBy?: string;
            steps: components["schemas"]["OperationStep"][];
            findings?: components["schemas"]["Finding"][];
            /** @description one sentence */
            error?: string;
            /** @description entityRef, resourceId, name, ... */
            output?: {
                [key: string]: unknown;
            };
            /** @description of a series of runs */
            progress?: {
                total: number;
                done: number;
                running: number;
                failed: number;
            };
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            finishedAt?: string;
        };
        DomainPage: {
            items: {
                entityRef: string;
                title?: string;
            }[];
            /** @description how many match */
            total: number;
            /** @description the catalog or a cluster is still being read: there may be more */
            warming: boolean;
        };
        AdoptionPage: {
            namespaces: components["schemas"]["AdoptableNamespace"][];
            jobs: components["schemas"]["AdoptableJob"][];
            /** @description before paging */
            totalJobs: number;
            version: number;
            warming: boolean;
            /** @description the catalog may hold more than has been read of it: what is registered already may still be listed here */
            catalogWarming?: boolean;
        };
        AdoptableNamespace: {
            source: string;
            namespace: string;
            /** @description live objects in it */
            workloads: number;
            /**
             * @description unlabelled: a cluster admin has to label it first; labelled: the label is there, the domain is not registered; adopted: a domain of the portal; unknown: the label is there, and the catalog has not been read to its end: whether the domain is registered is not known yet
             * @enum {string}
             */
            state: "unlabelled" | "labelled" | "adopted" | "unknown";
            /** @description what its label says */
            domain?: string;
            domainRef?: string;
            /** @description what a cluster admin runs, for unlabelled */
            command?: string;
            /** @description how it differs from what the template would make; nothing is changed */
            drift?: {
                /** @description ResourceQuota, LimitRange, ... */
                subject: string;
                message: string;
                remedy?: string;
                /** @description the portal may not read it: whether it differs is not known */
                unread?: boolean;
            }[];
        };
        AdoptableJob: {
            /** @description opaque, stable; input of spark-job:adopt */
            key: string;
            source: string;
            namespace: string;
            kind: string;
            group: string;
            /** @description proposed name of the job */
            name: string;
            /**
             * @description what its runs have in common
             * @enum {string}
             */
            foundBy: "schedule" | "label-selector" | "maker" | "name";
            /** @description for example Airflow DAG orders, task load */
            maker?: string;
            labelSelector?: string;
            runs: number;
            /** Format: date-time */
            lastRunAt?: string;
            schedule?: string;
            assessment: components["schemas"]["AssessmentSummary"];
            /** @description of its namespace */
            domainRef?: string;
            adoptable?: boolean;
            /** @description why it cannot be adopted now */
            reason?: string;
        };
        CatalogEntityPage: {
            items: {
                seq: number;
                entityRef: string;
                /** @description absent when it was removed */
                entity?: {
                    [key: string]: unknown;
                };
            }[];
            /** @description pass it as after */
            seq: number;
            more: boolean;
            /** @description changes when the sequence starts anew: then do a full sync */
            generation: string;
        };
        /** @description epoch milliseconds */
        LakefsTime: number;
        /** @description A number that may be a lower bound. */
        LakefsCount: {
            n: number;
            /** @description there are more than that: say "at least" or "n+" */
            more: boolean;
        };
        LakefsRepository: {
            resource: components["schemas"]["PlatformResource"] & {
                assessment: components["schemas"]["Assessment"];
            };
            /** @description server, as configured */
            source: string;
            sourceTitle?: string;
            /** @description an embedded stand-in for a server */
            sandbox?: boolean;
            repository: string;
            defaultBranch: string;
            readOnly: boolean;
            /** @description patterns of protected branches; absent where the server does not tell */
            protection?: string[];
            branches: number;
            /** @description there are more branches than the portal reads */
            truncated: boolean;
            /** @description branches that are not compared with their parent yet */
            waiting: number;
            uiUrl: string;
            /** @description whether the caller may change anything of it */
            mayOperate: boolean;
            /** @description the server knows one user for everybody: the portal is the access control */
            oneUser: boolean;
            /** @description who controls the access, as a sentence */
            note: string;
        };
        LakefsRepositoryPage: {
            items: components["schemas"]["LakefsRepository"][];
            total: number;
        };
        LakefsCommitBrief: {
            id: string;
            /** @description first line */
            message: string;
            at: components["schemas"]["LakefsTime"];
            /** @description the user of lakeFS; one for everybody where it knows one */
            committer: string;
            /** @description entity ref of who did it in the portal, as the metadata claims */
            user?: string;
            /** @description keys of the portal alone */
            metadata: {
                [key: string]: string;
            };
        };
        LakefsCommit: components["schemas"]["LakefsCommitBrief"] & {
            parents: string[];
            isMerge: boolean;
            /** @description cut at 10000 characters */
            fullMessage: string;
            /**
             * @description portal: an operation of the portal made it, by its own record. claimed: its metadata names a person or operation that the portal has no record of. outside: made without the portal
             * @enum {string}
             */
            origin: "portal" | "claimed" | "outside";
            operationId?: string;
            /** @description what was done, for example lakefs:merge; where origin is portal */
            operation?: string;
            /** @description page of the portal that tells of it; http(s) only */
            link?: string;
            /** @description the commit in lakeFS */
            url?: string;
        };
        LakefsCommitPage: {
            items: components["schemas"]["LakefsCommit"][];
            next?: string;
        };
        LakefsHistoryItem: components["schemas"]["LakefsCommit"] & {
            /** @description server, as configured */
            source: string;
            repository: string;
            /** @description the branch that it changed */
            branch: string;
            /** @description of the repository */
            entityRef?: string;
            productRef?: string;
        };
        LakefsHistory: {
            items: components["schemas"]["LakefsHistoryItem"][];
            /** @description there is more within that time than is told */
            more: boolean;
            /** @description what was not looked at, as a sentence: of many repositories and branches only some are read */
            note?: string;
            since: components["schemas"]["LakefsTime"];
            /** @description repositories that could not be read, of which nothing (or not all) is told */
            problems: {
                repository: string;
                message: string;
            }[];
        };
        LakefsUncommitted: components["schemas"]["LakefsCount"] & {
            /** @description when it was looked at, epoch milliseconds */
            at: number;
            /** @description since when there is some, as far as was seen */
            since?: number;
        };
        LakefsHookFailure: {
            runId: string;
            event: string;
            at: components["schemas"]["LakefsTime"];
            action: string;
            hook: string;
            hookRunId: string;
            /** @description last line of its output */
            message?: string;
        };
        LakefsBranch: {
            resource: components["schemas"]["PlatformResource"];
            /** @description server, as configured */
            source: string;
            name: string;
            repository: string;
            /** @description what it is compared with and merged into; absent for the default branch */
            parent?: string;
            /** @description entity ref of who answers for it */
            owner?: string;
            purpose?: string;
            expiresAt?: components["schemas"]["LakefsTime"];
            /** @description the expiry is what a commit says, not what was set in the portal: nothing is deleted for it */
            expiryClaimed?: boolean;
            /** @description entity ref of who made it in the portal */
            createdBy?: string;
            createdAt?: components["schemas"]["LakefsTime"];
            /** @description pattern of the rule that protects it */
            protectedBy?: string;
            /** @description commit id */
            head: string;
            lastCommit?: components["schemas"]["LakefsCommitBrief"];
            ahead?: components["schemas"]["LakefsCount"];
            behind?: components["schemas"]["LakefsCount"];
            changes?: components["schemas"]["LakefsCount"];
            conflicts?: components["schemas"]["LakefsCount"] & {
                paths: string[];
            };
            uncommitted?: components["schemas"]["LakefsUncommitted"];
            failure?: components["schemas"]["LakefsHookFailure"];
            /** @description action files of the parent that it lacks */
            droppedActions?: string[];
            /** @description action files that it has otherwise than its parent */
            changedActions?: string[];
            /** @description action files that lakeFS cannot read */
            brokenActions?: {
                path: string;
                problem: string;
            }[];
            /** @description the branch in lakeFS */
            uiUrl?: string;
        };
        LakefsBranchDetail: components["schemas"]["LakefsBranch"] & {
            assessment: components["schemas"]["Assessment"];
            /** @description whether the caller may change it */
            mayOperate: boolean;
        };
        LakefsBranchPage: {
            items: components["schemas"]["LakefsBranch"][];
            total: number;
            counts: components["schemas"]["Counts"];
            /** @description by reason of the verdict; as counts, of all that match but for the filters of health and reason */
            reasons: {
                [key: string]: number;
            };
            /** @description entity refs to filter by, at most 200, of all that the caller may see of the repository or entity */
            owners: string[];
            /** @description true while the first lists are under way: an empty page is not yet an answer */
            warming: boolean;
        };
        LakefsRef: {
            /** @enum {string} */
            type: "branch" | "tag";
            name: string;
            commit: string;
            protectedBy?: string;
            /** @description of a branch */
            resourceId?: string;
        };
        LakefsRefs: {
            branches: components["schemas"]["LakefsRef"][];
            moreBranches: boolean;
            tags: components["schemas"]["LakefsRef"][];
            moreTags: boolean;
            nextTag?: string;
            deleted: components["schemas"]["LakefsDeletedBranch"][];
        };
        LakefsDeletedBranch: {
            name: string;
            /** @description what it is restored from */
            lastCommit: string;
            /** @description epoch milliseconds; of one deleted outside the portal, when that was seen */
            deletedAt: number;
            /** @description entity ref; absent where it was deleted outside the portal */
            deletedBy?: string;
            owner?: string;
            purpose?: string;
        };
        LakefsDeletedBranchPage: {
            items: components["schemas"]["LakefsDeletedBranch"][];
            total: number;
        };
        /** @enum {string} */
        LakefsChange: "added" | "removed" | "changed" | "conflict" | "prefix_changed";
        LakefsDiff: {
            type: components["schemas"]["LakefsChange"];
            path: string;
            /** @enum {string} */
            path_type: "common_prefix" | "object";
            /** @description 0 for what was removed without being committed; absent for a prefix */
            size_bytes?: number;
        };
        LakefsDiffCounts: {
            added?: number;
            removed?: number;
            changed?: number;
            conflict?: number;
            prefix_changed?: number;
        };
        /** @description Changes below one prefix (a table, a folder), of those that this answer knows. */
        LakefsDiffGroup: {
            /** @description with a slash at its end; empty at the top */
            prefix: string;
            counts: components["schemas"]["LakefsDiffCounts"];
            objects: number;
            /** @description bytes of what was added or changed */
            addedBytes: number;
            removedBytes: number;
            /** @description the group goes on after what was read: every number of it is "at least" */
            more: boolean;
        };
        LakefsDiffPage: {
            groups: (components["schemas"]["LakefsDiffGroup"] & {
                items: components["schemas"]["LakefsDiff"][];
            })[];
            /** @description of this page */
            count: number;
            next?: string;
        };
        LakefsDiffGroups: {
            groups: components["schemas"]["LakefsDiffGroup"][];
            objects: number;
            addedBytes: number;
            removedBytes: number;
            /** @description not all was read: every sum is "at least" */
            more: boolean;
            /** @description there may be further groups; pass it as after */
            next?: string;
            /** @description commit where the two parted; of the first page of a three_dot difference */
            base?: string;
        };
        LakefsConflictSide: {
            /**
             * @description since the two parted
             * @enum {string}
             */
            did: "added" | "removed" | "changed" | "unchanged";
            sizeBytes?: number;
            commit?: components["schemas"]["LakefsCommitBrief"];
        };
        LakefsConflict: {
            path: string;
            source: components["schemas"]["LakefsConflictSide"];
            destination: components["schemas"]["LakefsConflictSide"];
        };
        LakefsConflictPage: {
            /** @description commit where the two parted */
            base: string;
            items: components["schemas"]["LakefsConflict"][];
            next?: string;
            /** @description false: a big difference, not yet searched to its end; go on with next, even where items is empty */
            searchedAll: boolean;
        };
        /** @description One run of actions. While checks run lakeFS does not list them. */
        LakefsCheck: {
            id: string;
            branch: string;
            /** @description pre-merge, pre-commit, ... */
            event: string;
            /** @enum {string} */
            status: "completed" | "failed" | "skipped" | "unknown";
            startedAt: components["schemas"]["LakefsTime"];
            endedAt?: components["schemas"]["LakefsTime"];
            commit?: string;
            /** @description the run in lakeFS */
            url: string;
        };
        LakefsCheckPage: {
            items: components["schemas"]["LakefsCheck"][];
            next?: string;
        };
        LakefsHook: {
            id: string;
            action: string;
            hook: string;
            /** @enum {string} */
            status: "completed" | "failed" | "skipped" | "unknown";
            startedAt?: components["schemas"]["LakefsTime"];
            endedAt?: components["schemas"]["LakefsTime"];
            /** @description why it failed, in words */
            message?: string;
            /** @description text, with secrets masked */
            output: string;
            truncated: boolean;
        };
        LakefsCheckRun: {
            id: string;
            check?: components["schemas"]["LakefsCheck"];
            hooks: components["schemas"]["LakefsHook"][];
            moreHooks: boolean;
        };
        LakefsObject: {
            path: string;
            folder: boolean;
            sizeBytes?: number;
            modifiedAt?: components["schemas"]["LakefsTime"];
        };
        LakefsObjectPage: {
            items: components["schemas"]["LakefsObject"][];
            next?: string;
        };
        /** @description What a person can see of an object. Text is text, nothing of it is ever to be rendered as a page. */
        LakefsPreview: {
            path: string;
            size?: number;
            modifiedAt: components["schemas"]["LakefsTime"];
            contentType?: string;
            /** @description as the server has it */
            checksum?: string;
            /**
             * @description schema: what the footer of a Parquet file tells of its columns
             * @enum {string}
             */
            kind: "table" | "text" | "schema" | "none";
            /** @description why there is nothing to see */
            note?: string;
            truncated: boolean;
            lines?: string[];
            columns?: string[];
            rows?: string[][];
            /** @description columns of a Parquet file */
            fields?: {
                /** @description nested ones with dots */
                name: string;
                type: string;
                nullable: boolean;
            }[];
            /** @description of a Parquet file, by its footer */
            rowCount?: number;
        };
        Error: {
            error: {
                name: string;
                message: string;
                findings?: components["schemas"]["Finding"][];
            };
        };
    };
    responses: never;
    parameters: {
        id: string;
        entityRef: string;
        domainRef: string;
        productRef: string;
        ifNoneMatch: string;
        /** @description server, as configured */
        lakefsSource: string;
        lakefsRepository: string;
        /** @description ref that is compared with: the destination of a merge */
        lakefsLeft: string;
        /** @description ref whose changes are told: the source of a merge */
        lakefsRight: string;
        /** @description three_dot: what right changed since it parted from left, conflicts marked. two_dot: how they differ */
        lakefsDiffType: "two_dot" | "three_dot";
        lakefsPrefix: string;
        /** @description folds at it, for a tree */
        lakefsDelimiter: "/";
        /** @description next of the page before */
        lakefsAfter: string;
        lakefsLimit: number;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listResources: {
        parameters: {
            query?: {
                entityRef?: components["parameters"]["entityRef"];
                domainRef?: components["parameters"]["domainRef"];
                productRef?: components["parameters"]["productRef"];
                source?: string;
                namespace?: string;
                /** @description kind, or kind.group */
                kind?: string;
                nature?: components["schemas"]["Nature"];
                /** @description what is of this nature is neither listed nor counted */
                exceptNature?: components["schemas"]["Nature"];
                /** @description comma separated */
                health?: string;
                /** @description runs that a newer run of the same job has superseded: listed with the others (last by severity; a health filter never selects them), left out, or alone. Default include */
                superseded?: "include" | "exclude" | "only";
                /** @description text in name, namespace, entity or sentence */
                q?: string;
                sort?: "severity" | "name" | "startedAt" | "kind" | "domain";
                order?: "asc" | "desc";
                limit?: number;
                offset?: number;
            };
            header?: {
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourcePage"];
                };
            };
            /** @description Nothing has changed since the ETag that was sent. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getResource: {
        parameters: {
            query?: never;
            header?: {
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
            };
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The object. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceDetail"];
                };
            };
            /** @description Unchanged. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getLogs: {
        parameters: {
            query: {
                pod: string;
                container?: string;
                follow?: boolean;
                previous?: boolean;
                tailLines?: number;
                download?: boolean;
            };
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The log. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
        };
    };
    getManifest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The manifest. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/yaml": string;
                };
            };
        };
    };
    listRuns: {
        parameters: {
            query?: {
                entityRef?: components["parameters"]["entityRef"];
                domainRef?: components["parameters"]["domainRef"];
                productRef?: components["parameters"]["productRef"];
                resourceId?: string;
                outcome?: "succeeded" | "failed" | "cancelled" | "running";
                /** @description id of the operation (back-fill) that made the runs */
                series?: string;
                limit?: number;
                /** @description RFC 3339: runs that started before */
                before?: string;
            };
            header?: {
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The runs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunPage"];
                };
            };
            /** @description Unchanged. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunDetail"];
                };
            };
        };
    };
    getSummary: {
        parameters: {
            query?: {
                entityRef?: components["parameters"]["entityRef"];
                domainRef?: components["parameters"]["domainRef"];
                productRef?: components["parameters"]["productRef"];
            };
            header?: {
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The summary. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Summary"];
                };
            };
            /** @description Unchanged. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getJob: {
        parameters: {
            query?: never;
            header?: {
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
            };
            path: {
                namespace: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description Unchanged. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listDomains: {
        parameters: {
            query?: {
                /** @description text in the name or title of a domain */
                q?: string;
                limit?: number;
            };
            header?: {
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The first of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DomainPage"];
                };
            };
            /** @description Unchanged. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getDomain: {
        parameters: {
            query?: never;
            header?: {
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
            };
            path: {
                namespace: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The domain. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DomainDetail"];
                };
            };
            /** @description Unchanged. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listAdoption: {
        parameters: {
            query?: {
                domainRef?: components["parameters"]["domainRef"];
                source?: string;
                namespace?: string;
                /** @description text in the name of a namespace or job */
                q?: string;
                /** @description of jobs; 0 asks for their number alone */
                limit?: number;
                offset?: number;
            };
            header?: {
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is not adopted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdoptionPage"];
                };
            };
            /** @description Unchanged. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listNotebookServers: {
        parameters: {
            query?: {
                domainRef?: components["parameters"]["domainRef"];
                /** @description owner of the server, an entity ref */
                ownerRef?: string;
                /** @description only those of the caller or of a group of the caller */
                mine?: boolean;
                source?: string;
                /** @description text in name, namespace, owner, image or sentence */
                q?: string;
                state?: components["schemas"]["NotebookState"];
                /** @description idle: longest idle first; gpu: most GPUs first, then longest idle; cost: dearest first (resource-hours without a price table) */
                sort?: "idle" | "gpu" | "name" | "cost";
                limit?: number;
                offset?: number;
            };
            header?: {
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotebookServerPage"];
                };
            };
            /** @description Nothing has changed since the ETag that was sent. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getNotebookServer: {
        parameters: {
            query?: never;
            header?: {
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
            };
            path: {
                namespace: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The notebook server. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotebookServerDetail"];
                };
            };
            /** @description Unchanged. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getNotebookOptions: {
        parameters: {
            query: {
                domainRef: string;
                /** @description cluster; default the one of the domain */
                source?: string;
                /** @description default the first namespace of the domain */
                namespace?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The options. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotebookOptions"];
                };
            };
        };
    };
    listSources: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sources. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Source"][];
                    };
                };
            };
        };
    };
    listPresets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The presets. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Presets"];
                };
            };
        };
    };
    stream: {
        parameters: {
            query?: never;
            header?: {
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
        };
    };
    planOperation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OperationRequest"];
            };
        };
        responses: {
            /** @description The plan. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
        };
    };
    listOperations: {
        parameters: {
            query?: {
                entityRef?: components["parameters"]["entityRef"];
                productRef?: components["parameters"]["productRef"];
                domainRef?: components["parameters"]["domainRef"];
                /** @description entity ref of the person */
                actor?: string;
                /** @description id of the operation, for example spark-job:run; several separated by commas */
                operation?: string;
                /** @description open: accepted or running */
                state?: "open" | "done" | "failed" | "cancelled";
                /** @description nextBefore of the page before */
                before?: string;
                /** @description text in title, person, entity, operation or id */
                q?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The operations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Operation"][];
                        /**
                         * Format: date-time
                         * @description absent on the last page
                         */
                        nextBefore?: string;
                        /** @description false: only what the caller did and what was done to what the caller owns */
                        everyone?: boolean;
                    };
                };
            };
        };
    };
    startOperation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OperationRequest"];
            };
        };
        responses: {
            /** @description Accepted. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
        };
    };
    getOperation: {
        parameters: {
            query?: {
                /** @description seconds to wait for the end */
                wait?: number;
            };
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The operation. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
        };
    };
    listApprovals: {
        parameters: {
            query?: {
                /** @description requested: asked by the caller; toReview: the caller may decide and did not ask; all: also what the caller may merely see */
                role?: "requested" | "toReview" | "all";
                state?: components["schemas"]["ApprovalState"];
                entityRef?: components["parameters"]["entityRef"];
                limit?: number;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The requests. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalPage"];
                };
            };
        };
    };
    requestApproval: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    request: components["schemas"]["OperationRequest"];
                    comment?: components["schemas"]["ApprovalText"];
                };
            };
        };
        responses: {
            /** @description The request, new or as it stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
        };
    };
    getApproval: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
        };
    };
    commentApproval: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: components["schemas"]["ApprovalText"];
                };
            };
        };
        responses: {
            /** @description The request with the comment. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
        };
    };
    decideApproval: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    decision: "approve" | "reject";
                    comment?: components["schemas"]["ApprovalText"];
                };
            };
        };
        responses: {
            /** @description The request as it was decided. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
        };
    };
    withdrawApproval: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request as it stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
        };
    };
    listCatalogEntities: {
        parameters: {
            query?: {
                after?: number;
                /** @description seconds */
                wait?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Changes in order. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogEntityPage"];
                };
            };
        };
    };
    listLakefsRepositories: {
        parameters: {
            query?: {
                entityRef?: components["parameters"]["entityRef"];
                domainRef?: components["parameters"]["domainRef"];
                productRef?: components["parameters"]["productRef"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LakefsRepositoryPage"];
                };
            };
        };
    };
    listLakefsBranches: {
        parameters: {
            query?: {
                entityRef?: components["parameters"]["entityRef"];
                domainRef?: components["parameters"]["domainRef"];
                productRef?: components["parameters"]["productRef"];
                /** @description server, as configured */
                source?: string;
                repository?: string;
                /** @description exactly this branch */
                name?: string;
                /** @description text in name or purpose */
                q?: string;
                /** @description entity refs, comma separated */
                owner?: string;
                /** @description comma separated */
                health?: string;
                /** @description reasons of the verdict, comma separated */
                reason?: string;
                protected?: "yes" | "no";
                /** @description those that expire within so many hours, and those that have; 0 for the latter alone */
                expiresWithinHours?: number;
                sort?: "severity" | "name" | "lastCommit" | "expires" | "behind";
                /** @description asc puts on top what a person looks for: the worst, the first letter, the newest commit, what expires next, the farthest behind */
                order?: "asc" | "desc";
                limit?: number;
                offset?: number;
            };
            header?: {
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LakefsBranchPage"];
                };
            };
            /** @description Nothing has changed since the ETag that was sent. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getLakefsBranch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The branch. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LakefsBranchDetail"];
                };
            };
        };
    };
    listLakefsBranchRuns: {
        parameters: {
            query?: {
                /** @description runs that started before */
                before?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunPage"];
                };
            };
        };
    };
    getLakefsHistory: {
        parameters: {
            query?: {
                entityRef?: components["parameters"]["entityRef"];
                productRef?: components["parameters"]["productRef"];
                domainRef?: components["parameters"]["domainRef"];
                /** @description how far back */
                days?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LakefsHistory"];
                };
            };
        };
    };
    searchLakefsRefs: {
        parameters: {
            query?: {
                /** @description how the name begins; of branches also what it contains, listed after those */
                q?: string;
                /** @description of each sort */
                limit?: number;
                /** @description nextTag of the page before */
                after?: string;
            };
            header?: never;
            path: {
                /** @description server, as configured */
                source: components["parameters"]["lakefsSource"];
                repository: components["parameters"]["lakefsRepository"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was found. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LakefsRefs"];
                };
            };
        };
    };
    listDeletedLakefsBranches: {
        parameters: {
            query?: {
                /** @description text in the name */
                q?: string;
                limit?: number;
                offset?: number;
            };
            header?: never;
            path: {
                /** @description server, as configured */
                source: components["parameters"]["lakefsSource"];
                repository: components["parameters"]["lakefsRepository"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LakefsDeletedBranchPage"];
                };
            };
        };
    };
    getLakefsDiff: {
        parameters: {
            query: {
                /** @description ref that is compared with: the destination of a merge */
                left: components["parameters"]["lakefsLeft"];
                /** @description ref whose changes are told: the source of a merge */
                right: components["parameters"]["lakefsRight"];
                /** @description three_dot: what right changed since it parted from left, conflicts marked. two_dot: how they differ */
                type?: components["parameters"]["lakefsDiffType"];
                prefix?: components["parameters"]["lakefsPrefix"];
                /** @description folds at it, for a tree */
                delimiter?: components["parameters"]["lakefsDelimiter"];
                /** @description next of the page before */
                after?: components["parameters"]["lakefsAfter"];
                limit?: components["parameters"]["lakefsLimit"];
            };
            header?: never;
            path: {
                /** @description server, as configured */
                source: components["parameters"]["lakefsSource"];
                repository: components["parameters"]["lakefsRepository"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LakefsDiffPage"];
                };
            };
        };
    };
    getLakefsDiffGroups: {
        parameters: {
            query: {
                /** @description ref that is compared with: the destination of a merge */
                left: components["parameters"]["lakefsLeft"];
                /** @description ref whose changes are told: the source of a merge */
                right: components["parameters"]["lakefsRight"];
                /** @description three_dot: what right changed since it parted from left, conflicts marked. two_dot: how they differ */
                type?: components["parameters"]["lakefsDiffType"];
                prefix?: components["parameters"]["lakefsPrefix"];
                /** @description next of the page before */
                after?: components["parameters"]["lakefsAfter"];
            };
            header?: never;
            path: {
                /** @description server, as configured */
                source: components["parameters"]["lakefsSource"];
                repository: components["parameters"]["lakefsRepository"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tables. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LakefsDiffGroups"];
                };
            };
        };
    };
    getLakefsUncommitted: {
        parameters: {
            query: {
                branch: string;
                prefix?: components["parameters"]["lakefsPrefix"];
                /** @description folds at it, for a tree */
                delimiter?: components["parameters"]["lakefsDelimiter"];
                /** @description next of the page before */
                after?: components["parameters"]["lakefsAfter"];
                limit?: components["parameters"]["lakefsLimit"];
            };
            header?: never;
            path: {
                /** @description server, as configured */
                source: components["parameters"]["lakefsSource"];
                repository: components["parameters"]["lakefsRepository"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LakefsDiffPage"];
                };
            };
        };
    };
    getLakefsConflicts: {
        parameters: {
            query: {
                /** @description ref that is merged */
                source: string;
                /** @description ref that it is merged into */
                destination: string;
                /** @description next of the page before */
                after?: components["parameters"]["lakefsAfter"];
                limit?: number;
            };
            header?: never;
            path: {
                /** @description server, as configured */
                source: components["parameters"]["lakefsSource"];
                repository: components["parameters"]["lakefsRepository"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LakefsConflictPage"];
                };
            };
        };
    };
    listLakefsCommits: {
        parameters: {
            query: {
                ref: string;
                /** @description commits that changed this object alone */
                path?: string;
                /** @description next of the page before */
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @description server, as configured */
                source: components["parameters"]["lakefsSource"];
                repository: components["parameters"]["lakefsRepository"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LakefsCommitPage"];
                };
            };
        };
    };
    listLakefsChecks: {
        parameters: {
            query?: {
                branch?: string;
                commit?: string;
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @description server, as configured */
                source: components["parameters"]["lakefsSource"];
                repository: components["parameters"]["lakefsRepository"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LakefsCheckPage"];
                };
            };
        };
    };
    getLakefsCheckRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description server, as configured */
                source: components["parameters"]["lakefsSource"];
                repository: components["parameters"]["lakefsRepository"];
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LakefsCheckRun"];
                };
            };
        };
    };
    listLakefsObjects: {
        parameters: {
            query: {
                ref: string;
                prefix?: components["parameters"]["lakefsPrefix"];
                /** @description next of the page before */
                after?: components["parameters"]["lakefsAfter"];
                limit?: components["parameters"]["lakefsLimit"];
            };
            header?: never;
            path: {
                /** @description server, as configured */
                source: components["parameters"]["lakefsSource"];
                repository: components["parameters"]["lakefsRepository"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LakefsObjectPage"];
                };
            };
        };
    };
    previewLakefsObject: {
        parameters: {
            query: {
                ref: string;
                path: string;
            };
            header?: never;
            path: {
                /** @description server, as configured */
                source: components["parameters"]["lakefsSource"];
                repository: components["parameters"]["lakefsRepository"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What can be seen of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LakefsPreview"];
                };
            };
        };
    };
    tellLakefsChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                server: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It is looked at soon. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accepted: boolean;
                    };
                };
            };
        };
    };
}
