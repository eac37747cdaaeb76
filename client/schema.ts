// Made from docs/openapi.json by `npm run client`. What is written here by hand is lost.

export interface paths {
    "/api/analytics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All read models, how far behind the log they are, and what is being rebuilt
         * @description Counted as `read`: 3,000 a minute.
         */
        get: operations["listReadModels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/{model}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a read model says of a stretch of time
         * @description The last two weeks unless told otherwise, from `from` on and without `to`, and at most 366 days. What is kept by the day cannot be asked by the hour.
         *
         *     Counted as `read`: 3,000 a minute.
         */
        get: operations["getReadModel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/{model}/rebuild": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is being built beside a read model
         * @description Counted as `read`: 3,000 a minute.
         */
        get: operations["getRebuild"];
        put?: never;
        /**
         * Rebuild a read model, step by step
         * @description `begin` builds it anew from the whole log, beside the one that is asked, which goes on being asked. When it has caught up, `compare` holds both against each other row for row, and `swap` puts it in the place of the other.
         *
         *     Counted as `write`: 600 a minute.
         */
        post: operations["rebuild"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/asyncapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The events and the webhooks, described in AsyncAPI 3
         * @description Counted as `read`: 3,000 a minute.
         */
        get: operations["getAsyncApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What staff and keys changed, and who was turned away, the latest first
         * @description Counted as `read`: 3,000 a minute.
         */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/backup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The whole embedded database as a file, while it works
         * @description Everybody’s data, and what signs cookies. `npm run backup` asks for it, and tries what it gets.
         *
         *     Counted as `stream`: 300 a minute.
         */
        post: operations["makeBackup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contract": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every event: who says it, who reacts, its schema, and what the log has of it
         * @description Counted as `read`: 3,000 a minute.
         */
        get: operations["getContract"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make unreadable who a customer is
         * @description In all orders of the customer, and in all that was told of them; or, while one is still under way, in none.
         *
         *     Counted as `write`: 600 a minute.
         */
        post: operations["eraseCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events of the log, the latest first unless asked otherwise
         * @description Counted as `read`: 3,000 a minute.
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All events that fit, the oldest first, as they are read
         * @description Counted as `stream`: 300 a minute.
         */
        get: operations["exportEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{eventId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One event
         * @description Counted as `read`: 3,000 a minute.
         */
        get: operations["getEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/fault-lab/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All rules, the newest first, each with what it did
         * @description Counted as `read`: 3,000 a minute.
         */
        get: operations["listFaultRules"];
        put?: never;
        /**
         * Have something go wrong on purpose
         * @description All conditions must fit; one that is left out is none.
         *
         *     Counted as `write`: 600 a minute.
         */
        post: operations["armFaultRule"];
        /**
         * End all rules
         * @description Counted as `write`: 600 a minute.
         */
        delete: operations["disarmAllFaultRules"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/fault-lab/rules/{ruleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One rule
         * @description Counted as `read`: 3,000 a minute.
         */
        get: operations["getFaultRule"];
        put?: never;
        post?: never;
        /**
         * End a rule
         * @description What it had postponed is due at once; what it did stays on record.
         *
         *     Counted as `write`: 600 a minute.
         */
        delete: operations["disarmFaultRule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/fault-lab/uses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What rules did, the latest first
         * @description Counted as `read`: 3,000 a minute.
         */
        get: operations["listUsesOfFaultRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the shop can work, and why not
         * @description For who sends it requests, as a load balancer.
         *
         *     Counted as `read`: 3,000 a minute.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/alive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the process answers
         * @description For who restarts processes. It says nothing about whether the shop can work.
         *
         *     Counted as `read`: 3,000 a minute.
         */
        get: operations["getAlive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inventory/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Products, the newest first
         * @description Counted as `read`: 3,000 a minute.
         */
        get: operations["listProducts"];
        put?: never;
        /**
         * Make a product
         * @description Counted as `write`: 600 a minute.
         */
        post: operations["createProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inventory/products/{sku}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One product
         * @description Counted as `read`: 3,000 a minute.
         */
        get: operations["getProduct"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a product, or set its stock
         * @description Counted as `write`: 600 a minute.
         */
        patch: operations["updateProduct"];
        trace?: never;
    };
    "/api/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All API keys, the newest first, those revoked too
         * @description Counted as `read`: 3,000 a minute.
         */
        get: operations["listKeys"];
        put?: never;
        /**
         * Make an API key
         * @description For no more than its maker may. It is shown this once.
         *
         *     Counted as `write`: 600 a minute.
         */
        post: operations["makeKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End an API key
         * @description Counted as `write`: 600 a minute.
         */
        delete: operations["revokeKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * This API, described in OpenAPI 3.1
         * @description Counted as `read`: 3,000 a minute.
         */
        get: operations["getOpenApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Orders, the newest first
         * @description Counted as `read`: 3,000 a minute.
         */
        get: operations["listOrders"];
        put?: never;
        /**
         * Place an order
         * @description The answer comes before anything else has happened: whether there is stock and the card is good shows in the order’s status. Its `accessToken` opens the order and is told this once.
         *
         *     Counted as `order`: 60 a minute.
         */
        post: operations["placeOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{orderId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One order
         * @description Anybody who knows its number sees how far it is. All of it is shown to who holds a token of the order or may read orders.
         *
         *     Counted as `read`: 3,000 a minute.
         */
        get: operations["getOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{orderId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an order
         * @description Whoever holds something for the order undoes it: stock goes back, money too. Asked again it answers the same.
         *
         *     Counted as `write`: 600 a minute.
         */
        post: operations["cancelOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is signed in
         * @description Counted as `read`: 3,000 a minute.
         */
        get: operations["getSession"];
        put?: never;
        /**
         * Sign in
         * @description Makes a session, in a cookie. Programs need none: they have keys.
         *
         *     Counted as `sign-in`: 20 a minute.
         */
        post: operations["signIn"];
        /**
         * Sign out
         * @description Counted as `write`: 600 a minute.
         */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in, the second step
         * @description For who has a second factor; the cookie of the first step says whose.
         *
         *     Counted as `sign-in`: 20 a minute.
         */
        post: operations["giveSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shipments/{shipmentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One shipment
         * @description Counted as `read`: 3,000 a minute.
         */
        get: operations["getShipment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shipments/{shipmentId}/deliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that a shipment has arrived
         * @description Possible once it has left. Asked again it answers the same.
         *
         *     Counted as `write`: 600 a minute.
         */
        post: operations["deliverShipment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shipments/{shipmentId}/dispatch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that a shipment has left
         * @description Possible once its order is SHIPPED. Asked again it answers the same.
         *
         *     Counted as `write`: 600 a minute.
         */
        post: operations["dispatchShipment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/silence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Orders in which something should have come by now and did not, the longest silence first
         * @description There is no next page: what goes on leaves the list.
         *
         *     Counted as `read`: 3,000 a minute.
         */
        get: operations["listSilence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/silence/{orderId}/poke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Poke again what is due of an order
         * @description What is not due is left alone, and the answer says what holds it.
         *
         *     Counted as `write`: 600 a minute.
         */
        post: operations["pokeOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All endpoints that are told of events
         * @description Counted as `read`: 3,000 a minute.
         */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Have an endpoint told of events from now on
         * @description Deliveries are signed as Standard Webhooks has it, with the secret that is answered this once. The address has to be public, and https.
         *
         *     Counted as `write`: 600 a minute.
         */
        post: operations["makeWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{webhookId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An endpoint, and how it answers
         * @description Counted as `read`: 3,000 a minute.
         */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /**
         * Remove an endpoint, with all that was due to it and is known of it
         * @description Counted as `write`: 600 a minute.
         */
        delete: operations["removeWebhook"];
        options?: never;
        head?: never;
        /**
         * Change an endpoint
         * @description Other filters hold for what happens from now on.
         *
         *     Counted as `write`: 600 a minute.
         */
        patch: operations["changeWebhook"];
        trace?: never;
    };
    "/api/webhooks/{webhookId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What an endpoint was told, the newest event first, with all that it answered
         * @description Counted as `read`: 3,000 a minute.
         */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{webhookId}/deliveries/{eventId}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell an endpoint one event again, with the same id
         * @description Counted as `write`: 600 a minute.
         */
        post: operations["resendWebhookDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{webhookId}/end-old-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End the old secret now
         * @description Counted as `write`: 600 a minute.
         */
        post: operations["endOldWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{webhookId}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell an endpoint nothing until it is resumed
         * @description Counted as `write`: 600 a minute.
         */
        post: operations["pauseWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{webhookId}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell an endpoint all again that did not arrive since a time
         * @description Counted as `write`: 600 a minute.
         */
        post: operations["resendFailedWebhookDeliveries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{webhookId}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell an endpoint again, also what happened meanwhile
         * @description Counted as `write`: 600 a minute.
         */
        post: operations["resumeWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{webhookId}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give an endpoint a new secret
         * @description It is shown this once. Until the old one ends, deliveries are signed with both.
         *
         *     Counted as `write`: 600 a minute.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{webhookId}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test, at once and once
         * @description A message of the type webhook.test, signed like all others. No such event is in the log.
         *
         *     Counted as `write`: 600 a minute.
         */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Figures of this process and of the database, for Prometheus
         * @description Counted as `read`: 3,000 a minute.
         */
        get: operations["readMetrics"];
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
        CreateProduct: {
            sku: string;
            name: string;
            description?: string;
            category?: string;
            /** @description A path on this site, like `/products/low-mug.svg`. */
            picture?: string;
            price: number;
            stockQuantity?: number;
            /** @enum {string} */
            status?: "ACTIVE" | "INACTIVE";
            /**
             * @description ISO 4217.
             * @default EUR
             */
            currency?: string;
        };
        UpdateProduct: {
            name?: string;
            description?: string;
            category?: string | null;
            picture?: string | null;
            price?: number;
            stockQuantity?: number;
            /** @enum {string} */
            status?: "ACTIVE" | "INACTIVE";
            reason?: string;
        };
        PlaceOrder: {
            customerId?: string;
            /** Format: email */
            email?: string;
            items: {
                sku: string;
                quantity: number;
                /** @description The price that the caller saw; if it is another one by now, nothing is sold. */
                unitPrice?: number;
            }[];
            shippingAddress: components["schemas"]["ShippingAddress"];
            /**
             * @default pm_card_visa
             * @enum {string}
             */
            paymentMethod?: "pm_card_visa" | "pm_card_mastercard" | "pm_card_declined" | "pm_card_insufficient_funds" | "pm_card_slow" | "pm_card_flaky" | "pm_card_down" | "pm_card_lost_reply";
        };
        ShippingAddress: {
            name: string;
            street: string;
            city: string;
            state?: string;
            postalCode?: string;
            /** @description ISO 3166, two letters. */
            country: string;
        };
        ReadModel: {
            /** @enum {string} */
            name: "orders-per-hour" | "revenue-per-day" | "failure-shares" | "placed-to-shipped" | "units-per-sku";
            says: string;
            /** @enum {string} */
            grain: "hour" | "day";
            live: {
                generation: number;
                /** @enum {string} */
                status: "LIVE" | "BUILDING" | "PAUSED" | "READY";
                /** @description Events of the log that it has seen. */
                events: number;
                /** Format: date-time */
                startedAt: string;
                readyAt: string | null;
                compared: components["schemas"]["Comparison"] | null;
                /** @description How many events of the log are not taken in yet. */
                behind: {
                    events: number;
                    /** @description Whether there are more than that; nobody counts further. */
                    more: boolean;
                    /** @description How long ago the first of them was told. */
                    ms: number;
                };
            };
            rebuild?: components["schemas"]["Rebuild"];
        };
        Comparison: {
            at: string;
            rows: number;
            different: number;
            first: {
                at: string;
                of: string;
                /** @description What is asked now; null: it has no such row. */
                live: string | null;
                rebuilt: string | null;
            }[];
        };
        Rebuild: {
            generation: number;
            /** @enum {string} */
            status: "LIVE" | "BUILDING" | "PAUSED" | "READY";
            /** @description Events of the log that it has seen. */
            events: number;
            /** Format: date-time */
            startedAt: string;
            readyAt: string | null;
            compared: components["schemas"]["Comparison"] | null;
            /** @description How many events there are to see. */
            of: number;
            perSecond: number | null;
            leftMs: number | null;
        };
        Figures: {
            /** @constant */
            model: "orders-per-hour";
            says: string;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            /** @enum {string} */
            by: "hour" | "day" | "range";
            generation: number;
            /** @description How many events of the log are not taken in yet. */
            behind: {
                events: number;
                /** @description Whether there are more than that; nobody counts further. */
                more: boolean;
                /** @description How long ago the first of them was told. */
                ms: number;
            };
            items: {
                /**
                 * Format: date-time
                 * @description When the hour, the day or the range begins; hours and days are UTC’s.
                 */
                at: string;
                orders: number;
            }[];
        } | {
            /** @constant */
            model: "revenue-per-day";
            says: string;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            /** @enum {string} */
            by: "hour" | "day" | "range";
            generation: number;
            /** @description How many events of the log are not taken in yet. */
            behind: {
                events: number;
                /** @description Whether there are more than that; nobody counts further. */
                more: boolean;
                /** @description How long ago the first of them was told. */
                ms: number;
            };
            items: {
                /**
                 * Format: date-time
                 * @description When the hour, the day or the range begins; hours and days are UTC’s.
                 */
                at: string;
                currency: string;
                captured: number;
                refunded: number;
                /** @description What was captured without what was given back on that day. */
                revenue: number;
            }[];
        } | {
            /** @constant */
            model: "failure-shares";
            says: string;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            /** @enum {string} */
            by: "hour" | "day" | "range";
            generation: number;
            /** @description How many events of the log are not taken in yet. */
            behind: {
                events: number;
                /** @description Whether there are more than that; nobody counts further. */
                more: boolean;
                /** @description How long ago the first of them was told. */
                ms: number;
            };
            items: {
                /**
                 * Format: date-time
                 * @description When the hour, the day or the range begins; hours and days are UTC’s.
                 */
                at: string;
                ended: number;
                shipped: number;
                rejected: number;
                paymentFailed: number;
                cancelled: number;
                rejectedShare: number;
                paymentFailedShare: number;
                cancelledShare: number;
                failedShare: number;
            }[];
        } | {
            /** @constant */
            model: "placed-to-shipped";
            says: string;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            /** @enum {string} */
            by: "hour" | "day" | "range";
            generation: number;
            /** @description How many events of the log are not taken in yet. */
            behind: {
                events: number;
                /** @description Whether there are more than that; nobody counts further. */
                more: boolean;
                /** @description How long ago the first of them was told. */
                ms: number;
            };
            items: {
                /**
                 * Format: date-time
                 * @description When the hour, the day or the range begins; hours and days are UTC’s.
                 */
                at: string;
                shipped: number;
                p50Ms: number | null;
                p90Ms: number | null;
                p95Ms: number | null;
                p99Ms: number | null;
            }[];
        } | {
            /** @constant */
            model: "units-per-sku";
            says: string;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            /** @enum {string} */
            by: "hour" | "day" | "range";
            generation: number;
            /** @description How many events of the log are not taken in yet. */
            behind: {
                events: number;
                /** @description Whether there are more than that; nobody counts further. */
                more: boolean;
                /** @description How long ago the first of them was told. */
                ms: number;
            };
            items: {
                /**
                 * Format: date-time
                 * @description When the hour, the day or the range begins; hours and days are UTC’s.
                 */
                at: string;
                sku: string;
                units: number;
            }[];
        };
        AuditEntry: {
            position: number;
            /** Format: date-time */
            at: string;
            who: {
                /** @enum {string} */
                kind: "staff" | "key" | "customer" | "nobody";
                id?: string;
                name?: string;
            };
            /** @description What was done, as `orders.cancel`; `refused` when somebody was turned away. */
            action: string;
            /** @description What it was done to, as `order/<id>`. */
            target?: string;
            before?: {
                [key: string]: unknown;
            };
            after?: {
                [key: string]: unknown;
            };
            requestId?: string;
            address?: string;
        };
        ContractMap: {
            windowHours: number;
            mostCounted: number;
            events: components["schemas"]["DeclaredEvent"][];
            /** @description In the log, and in no contract. */
            strangers: {
                eventType: string;
                first: {
                    /** Format: date-time */
                    at: string;
                    version: number;
                };
                last: {
                    /** Format: date-time */
                    at: string;
                    version: number;
                };
                /** @description Of the last 24 hours, and no more than 10000. */
                lately: number;
                marks: {
                    /** @enum {string} */
                    kind: "NEVER_SEEN" | "UNHEARD" | "OLD_VERSION" | "NEWER_VERSION" | "SLOW" | "DEAD" | "UNKNOWN";
                    /** @enum {string} */
                    level: "FAULT" | "NOTE";
                    says: string;
                }[];
            }[];
        };
        DeclaredEvent: {
            /** @enum {string} */
            eventType: "OrderPlaced" | "OrderConfirmed" | "OrderRejected" | "OrderPaid" | "OrderPaymentFailed" | "OrderShipped" | "OrderCancelled" | "OrderNoteAdded" | "PersonalDataErased" | "InventoryReserved" | "InventoryReservationFailed" | "InventoryReleased" | "InventoryCommitted" | "ProductCreated" | "ProductUpdated" | "StockAdjusted" | "PaymentProcessed" | "PaymentFailed" | "PaymentRefunded" | "ShipmentCreated" | "ShipmentDispatched" | "ShipmentDelivered" | "ShipmentVoided";
            /** @enum {string} */
            saidBy: "orders" | "inventory" | "payments" | "shipments";
            version: number;
            reactors: string[];
            /** @description Nobody has to react. */
            forTheRecord: boolean;
            readonly expects: {
                /** @description One of these has to follow. */
                readonly awaits: ("OrderPlaced" | "OrderConfirmed" | "OrderRejected" | "OrderPaid" | "OrderPaymentFailed" | "OrderShipped" | "OrderCancelled" | "OrderNoteAdded" | "PersonalDataErased" | "InventoryReserved" | "InventoryReservationFailed" | "InventoryReleased" | "InventoryCommitted" | "ProductCreated" | "ProductUpdated" | "StockAdjusted" | "PaymentProcessed" | "PaymentFailed" | "PaymentRefunded" | "ShipmentCreated" | "ShipmentDispatched" | "ShipmentDelivered" | "ShipmentVoided")[];
                /** @description Seconds */
                within: number;
                /**
                 * @description Only in a story that has this, too.
                 * @enum {string}
                 */
                given?: "OrderPlaced" | "OrderConfirmed" | "OrderRejected" | "OrderPaid" | "OrderPaymentFailed" | "OrderShipped" | "OrderCancelled" | "OrderNoteAdded" | "PersonalDataErased" | "InventoryReserved" | "InventoryReservationFailed" | "InventoryReleased" | "InventoryCommitted" | "ProductCreated" | "ProductUpdated" | "StockAdjusted" | "PaymentProcessed" | "PaymentFailed" | "PaymentRefunded" | "ShipmentCreated" | "ShipmentDispatched" | "ShipmentDelivered" | "ShipmentVoided";
                /**
                 * @description A story that has this goes another way.
                 * @enum {string}
                 */
                unless?: "OrderPlaced" | "OrderConfirmed" | "OrderRejected" | "OrderPaid" | "OrderPaymentFailed" | "OrderShipped" | "OrderCancelled" | "OrderNoteAdded" | "PersonalDataErased" | "InventoryReserved" | "InventoryReservationFailed" | "InventoryReleased" | "InventoryCommitted" | "ProductCreated" | "ProductUpdated" | "StockAdjusted" | "PaymentProcessed" | "PaymentFailed" | "PaymentRefunded" | "ShipmentCreated" | "ShipmentDispatched" | "ShipmentDelivered" | "ShipmentVoided";
            }[];
            fields: {
                path: string;
                type: string;
                optional: boolean;
                personal: boolean;
            }[];
            /** @description As JSON Schema. */
            schema: {
                [key: string]: unknown;
            };
            seen: {
                first: {
                    /** Format: date-time */
                    at: string;
                    version: number;
                };
                last: {
                    /** Format: date-time */
                    at: string;
                    version: number;
                };
                /** @description Of the last 24 hours, and no more than 10000. */
                lately: number;
            } | null;
            paces: {
                module: string;
                /** @description So many of the last 500 are measured. */
                done: number;
                p50Ms: number | null;
                p95Ms: number | null;
                /** @description Dead letters, whenever they died. */
                dead: number;
            }[];
            marks: {
                /** @enum {string} */
                kind: "NEVER_SEEN" | "UNHEARD" | "OLD_VERSION" | "NEWER_VERSION" | "SLOW" | "DEAD" | "UNKNOWN";
                /** @enum {string} */
                level: "FAULT" | "NOTE";
                says: string;
            }[];
        };
        ErasedOrders: {
            /** @description All orders of the customer. */
            orders: string[];
            /** @description Those in which there was still something to erase. */
            erased: string[];
        };
        Event: components["schemas"]["OrderPlaced"] | components["schemas"]["OrderConfirmed"] | components["schemas"]["OrderRejected"] | components["schemas"]["OrderPaid"] | components["schemas"]["OrderPaymentFailed"] | components["schemas"]["OrderShipped"] | components["schemas"]["OrderCancelled"] | components["schemas"]["OrderNoteAdded"] | components["schemas"]["PersonalDataErased"] | components["schemas"]["InventoryReserved"] | components["schemas"]["InventoryReservationFailed"] | components["schemas"]["InventoryReleased"] | components["schemas"]["InventoryCommitted"] | components["schemas"]["ProductCreated"] | components["schemas"]["ProductUpdated"] | components["schemas"]["StockAdjusted"] | components["schemas"]["PaymentProcessed"] | components["schemas"]["PaymentFailed"] | components["schemas"]["PaymentRefunded"] | components["schemas"]["ShipmentCreated"] | components["schemas"]["ShipmentDispatched"] | components["schemas"]["ShipmentDelivered"] | components["schemas"]["ShipmentVoided"];
        OrderPlaced: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            eventType: "OrderPlaced";
            /** Format: date-time */
            occurredAt: string;
            /** Format: uuid */
            eventId: string;
            aggregateId: string;
            aggregateType: string;
            /** @description Schema version in which the payload was written; it is shown as one of today. */
            version: number;
            /** @description Order of storing, over the whole log; has gaps. */
            position: number;
            /** @description The story in which order is kept: the orderId, or the aggregateId of what belongs to no order. */
            lane: string;
            /** @description 1, 2, 3… within the lane, without a gap. */
            sequence: number;
            correlationId: string;
            /** @description The event that caused it; null when a person or program asked. */
            causationId: string | null;
            payload: {
                orderId: string;
                customerId: string;
                items: {
                    sku: string;
                    quantity: number;
                    unitPrice: number;
                }[];
                address: components["schemas"]["Address"];
                totalAmount: number;
                currency: string;
                paymentMethod: string;
            };
        };
        Address: {
            name: string;
            street: string;
            city: string;
            state?: string;
            postalCode?: string;
            country: string;
            /**
             * Format: date-time
             * @description When all of it but the country was erased.
             */
            erasedAt?: string;
        };
        OrderConfirmed: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            eventType: "OrderConfirmed";
            /** Format: date-time */
            occurredAt: string;
            /** Format: uuid */
            eventId: string;
            aggregateId: string;
            aggregateType: string;
            /** @description Schema version in which the payload was written; it is shown as one of today. */
            version: number;
            /** @description Order of storing, over the whole log; has gaps. */
            position: number;
            /** @description The story in which order is kept: the orderId, or the aggregateId of what belongs to no order. */
            lane: string;
            /** @description 1, 2, 3… within the lane, without a gap. */
            sequence: number;
            correlationId: string;
            /** @description The event that caused it; null when a person or program asked. */
            causationId: string | null;
            payload: {
                orderId: string;
                amount: number;
                currency: string;
                paymentMethod: string;
            };
        };
        OrderRejected: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            eventType: "OrderRejected";
            /** Format: date-time */
            occurredAt: string;
            /** Format: uuid */
            eventId: string;
            aggregateId: string;
            aggregateType: string;
            /** @description Schema version in which the payload was written; it is shown as one of today. */
            version: number;
            /** @description Order of storing, over the whole log; has gaps. */
            position: number;
            /** @description The story in which order is kept: the orderId, or the aggregateId of what belongs to no order. */
            lane: string;
            /** @description 1, 2, 3… within the lane, without a gap. */
            sequence: number;
            correlationId: string;
            /** @description The event that caused it; null when a person or program asked. */
            causationId: string | null;
            payload: {
                orderId: string;
                reason: string;
            };
        };
        OrderPaid: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            eventType: "OrderPaid";
            /** Format: date-time */
            occurredAt: string;
            /** Format: uuid */
            eventId: string;
            aggregateId: string;
            aggregateType: string;
            /** @description Schema version in which the payload was written; it is shown as one of today. */
            version: number;
            /** @description Order of storing, over the whole log; has gaps. */
            position: number;
            /** @description The story in which order is kept: the orderId, or the aggregateId of what belongs to no order. */
            lane: string;
            /** @description 1, 2, 3… within the lane, without a gap. */
            sequence: number;
            correlationId: string;
            /** @description The event that caused it; null when a person or program asked. */
            causationId: string | null;
            payload: {
                orderId: string;
                paymentId: string;
                items: {
                    sku: string;
                    quantity: number;
                }[];
                address: components["schemas"]["Address"];
            };
        };
        OrderPaymentFailed: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            eventType: "OrderPaymentFailed";
            /** Format: date-time */
            occurredAt: string;
            /** Format: uuid */
            eventId: string;
            aggregateId: string;
            aggregateType: string;
            /** @description Schema version in which the payload was written; it is shown as one of today. */
            version: number;
            /** @description Order of storing, over the whole log; has gaps. */
            position: number;
            /** @description The story in which order is kept: the orderId, or the aggregateId of what belongs to no order. */
            lane: string;
            /** @description 1, 2, 3… within the lane, without a gap. */
            sequence: number;
            correlationId: string;
            /** @description The event that caused it; null when a person or program asked. */
            causationId: string | null;
            payload: {
                orderId: string;
                reason: string;
            };
        };
        OrderShipped: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            eventType: "OrderShipped";
            /** Format: date-time */
            occurredAt: string;
            /** Format: uuid */
            eventId: string;
            aggregateId: string;
            aggregateType: string;
            /** @description Schema version in which the payload was written; it is shown as one of today. */
            version: number;
            /** @description Order of storing, over the whole log; has gaps. */
            position: number;
            /** @description The story in which order is kept: the orderId, or the aggregateId of what belongs to no order. */
            lane: string;
            /** @description 1, 2, 3… within the lane, without a gap. */
            sequence: number;
            correlationId: string;
            /** @description The event that caused it; null when a person or program asked. */
            causationId: string | null;
            payload: {
                orderId: string;
                shipmentId: string;
                trackingNumber: string;
            };
        };
        OrderCancelled: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            eventType: "OrderCancelled";
            /** Format: date-time */
            occurredAt: string;
            /** Format: uuid */
            eventId: string;
            aggregateId: string;
            aggregateType: string;
            /** @description Schema version in which the payload was written; it is shown as one of today. */
            version: number;
            /** @description Order of storing, over the whole log; has gaps. */
            position: number;
            /** @description The story in which order is kept: the orderId, or the aggregateId of what belongs to no order. */
            lane: string;
            /** @description 1, 2, 3… within the lane, without a gap. */
            sequence: number;
            correlationId: string;
            /** @description The event that caused it; null when a person or program asked. */
            causationId: string | null;
            payload: {
                orderId: string;
                reason: string;
                cancelledBy: string;
            };
        };
        OrderNoteAdded: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            eventType: "OrderNoteAdded";
            /** Format: date-time */
            occurredAt: string;
            /** Format: uuid */
            eventId: string;
            aggregateId: string;
            aggregateType: string;
            /** @description Schema version in which the payload was written; it is shown as one of today. */
            version: number;
            /** @description Order of storing, over the whole log; has gaps. */
            position: number;
            /** @description The story in which order is kept: the orderId, or the aggregateId of what belongs to no order. */
            lane: string;
            /** @description 1, 2, 3… within the lane, without a gap. */
            sequence: number;
            correlationId: string;
            /** @description The event that caused it; null when a person or program asked. */
            causationId: string | null;
            payload: {
                orderId: string;
                note: string;
                by: string;
            };
        };
        PersonalDataErased: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            eventType: "PersonalDataErased";
            /** Format: date-time */
            occurredAt: string;
            /** Format: uuid */
            eventId: string;
            aggregateId: string;
            aggregateType: string;
            /** @description Schema version in which the payload was written; it is shown as one of today. */
            version: number;
            /** @description Order of storing, over the whole log; has gaps. */
            position: number;
            /** @description The story in which order is kept: the orderId, or the aggregateId of what belongs to no order. */
            lane: string;
            /** @description 1, 2, 3… within the lane, without a gap. */
            sequence: number;
            correlationId: string;
            /** @description The event that caused it; null when a person or program asked. */
            causationId: string | null;
            payload: {
                orderId: string;
                /** Format: date-time */
                erasedAt: string;
                by: string;
            };
        };
        InventoryReserved: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            eventType: "InventoryReserved";
            /** Format: date-time */
            occurredAt: string;
            /** Format: uuid */
            eventId: string;
            aggregateId: string;
            aggregateType: string;
            /** @description Schema version in which the payload was written; it is shown as one of today. */
            version: number;
            /** @description Order of storing, over the whole log; has gaps. */
            position: number;
            /** @description The story in which order is kept: the orderId, or the aggregateId of what belongs to no order. */
            lane: string;
            /** @description 1, 2, 3… within the lane, without a gap. */
            sequence: number;
            correlationId: string;
            /** @description The event that caused it; null when a person or program asked. */
            causationId: string | null;
            payload: {
                orderId: string;
                reservations: {
                    sku: string;
                    quantity: number;
                }[];
            };
        };
        InventoryReservationFailed: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            eventType: "InventoryReservationFailed";
            /** Format: date-time */
            occurredAt: string;
            /** Format: uuid */
            eventId: string;
            aggregateId: string;
            aggregateType: string;
            /** @description Schema version in which the payload was written; it is shown as one of today. */
            version: number;
            /** @description Order of storing, over the whole log; has gaps. */
            position: number;
            /** @description The story in which order is kept: the orderId, or the aggregateId of what belongs to no order. */
            lane: string;
            /** @description 1, 2, 3… within the lane, without a gap. */
            sequence: number;
            correlationId: string;
            /** @description The event that caused it; null when a person or program asked. */
            causationId: string | null;
            payload: {
                orderId: string;
                reason: string;
                shortages: {
                    sku: string;
                    requested: number;
                    available: number;
                }[];
            };
        };
        InventoryReleased: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            eventType: "InventoryReleased";
            /** Format: date-time */
            occurredAt: string;
            /** Format: uuid */
            eventId: string;
            aggregateId: string;
            aggregateType: string;
            /** @description Schema version in which the payload was written; it is shown as one of today. */
            version: number;
            /** @description Order of storing, over the whole log; has gaps. */
            position: number;
            /** @description The story in which order is kept: the orderId, or the aggregateId of what belongs to no order. */
            lane: string;
            /** @description 1, 2, 3… within the lane, without a gap. */
            sequence: number;
            correlationId: string;
            /** @description The event that caused it; null when a person or program asked. */
            causationId: string | null;
            payload: {
                orderId: string;
                sku: string;
                quantity: number;
            };
        };
        InventoryCommitted: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            eventType: "InventoryCommitted";
            /** Format: date-time */
            occurredAt: string;
            /** Format: uuid */
            eventId: string;
            aggregateId: string;
            aggregateType: string;
            /** @description Schema version in which the payload was written; it is shown as one of today. */
            version: number;
            /** @description Order of storing, over the whole log; has gaps. */
            position: number;
            /** @description The story in which order is kept: the orderId, or the aggregateId of what belongs to no order. */
            lane: string;
            /** @description 1, 2, 3… within the lane, without a gap. */
            sequence: number;
            correlationId: string;
            /** @description The event that caused it; null when a person or program asked. */
            causationId: string | null;
            payload: {
                orderId: string;
                sku: string;
                quantity: number;
            };
        };
        ProductCreated: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            eventType: "ProductCreated";
            /** Format: date-time */
            occurredAt: string;
            /** Format: uuid */
            eventId: string;
            aggregateId: string;
            aggregateType: string;
            /** @description Schema version in which the payload was written; it is shown as one of today. */
            version: number;
            /** @description Order of storing, over the whole log; has gaps. */
            position: number;
            /** @description The story in which order is kept: the orderId, or the aggregateId of what belongs to no order. */
            lane: string;
            /** @description 1, 2, 3… within the lane, without a gap. */
            sequence: number;
            correlationId: string;
            /** @description The event that caused it; null when a person or program asked. */
            causationId: string | null;
            payload: {
                sku: string;
                name: string;
                price: number;
                currency: string;
                onHand: number;
                status: string;
            };
        };
        ProductUpdated: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            eventType: "ProductUpdated";
            /** Format: date-time */
            occurredAt: string;
            /** Format: uuid */
            eventId: string;
            aggregateId: string;
            aggregateType: string;
            /** @description Schema version in which the payload was written; it is shown as one of today. */
            version: number;
            /** @description Order of storing, over the whole log; has gaps. */
            position: number;
            /** @description The story in which order is kept: the orderId, or the aggregateId of what belongs to no order. */
            lane: string;
            /** @description 1, 2, 3… within the lane, without a gap. */
            sequence: number;
            correlationId: string;
            /** @description The event that caused it; null when a person or program asked. */
            causationId: string | null;
            payload: {
                sku: string;
                name?: string;
                description?: string;
                category?: string | null;
                picture?: string | null;
                price?: number;
                status?: string;
            };
        };
        StockAdjusted: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            eventType: "StockAdjusted";
            /** Format: date-time */
            occurredAt: string;
            /** Format: uuid */
            eventId: string;
            aggregateId: string;
            aggregateType: string;
            /** @description Schema version in which the payload was written; it is shown as one of today. */
            version: number;
            /** @description Order of storing, over the whole log; has gaps. */
            position: number;
            /** @description The story in which order is kept: the orderId, or the aggregateId of what belongs to no order. */
            lane: string;
            /** @description 1, 2, 3… within the lane, without a gap. */
            sequence: number;
            correlationId: string;
            /** @description The event that caused it; null when a person or program asked. */
            causationId: string | null;
            payload: {
                sku: string;
                delta: number;
                reason: string;
                onHand: number;
            };
        };
        PaymentProcessed: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            eventType: "PaymentProcessed";
            /** Format: date-time */
            occurredAt: string;
            /** Format: uuid */
            eventId: string;
            aggregateId: string;
            aggregateType: string;
            /** @description Schema version in which the payload was written; it is shown as one of today. */
            version: number;
            /** @description Order of storing, over the whole log; has gaps. */
            position: number;
            /** @description The story in which order is kept: the orderId, or the aggregateId of what belongs to no order. */
            lane: string;
            /** @description 1, 2, 3… within the lane, without a gap. */
            sequence: number;
            correlationId: string;
            /** @description The event that caused it; null when a person or program asked. */
            causationId: string | null;
            payload: {
                orderId: string;
                paymentId: string;
                amount: number;
                currency: string;
            };
        };
        PaymentFailed: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            eventType: "PaymentFailed";
            /** Format: date-time */
            occurredAt: string;
            /** Format: uuid */
            eventId: string;
            aggregateId: string;
            aggregateType: string;
            /** @description Schema version in which the payload was written; it is shown as one of today. */
            version: number;
            /** @description Order of storing, over the whole log; has gaps. */
            position: number;
            /** @description The story in which order is kept: the orderId, or the aggregateId of what belongs to no order. */
            lane: string;
            /** @description 1, 2, 3… within the lane, without a gap. */
            sequence: number;
            correlationId: string;
            /** @description The event that caused it; null when a person or program asked. */
            causationId: string | null;
            payload: {
                orderId: string;
                paymentId: string;
                reason: string;
            };
        };
        PaymentRefunded: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            eventType: "PaymentRefunded";
            /** Format: date-time */
            occurredAt: string;
            /** Format: uuid */
            eventId: string;
            aggregateId: string;
            aggregateType: string;
            /** @description Schema version in which the payload was written; it is shown as one of today. */
            version: number;
            /** @description Order of storing, over the whole log; has gaps. */
            position: number;
            /** @description The story in which order is kept: the orderId, or the aggregateId of what belongs to no order. */
            lane: string;
            /** @description 1, 2, 3… within the lane, without a gap. */
            sequence: number;
            correlationId: string;
            /** @description The event that caused it; null when a person or program asked. */
            causationId: string | null;
            payload: {
                orderId: string;
                paymentId: string;
                amount: number;
                currency: string;
            };
        };
        ShipmentCreated: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            eventType: "ShipmentCreated";
            /** Format: date-time */
            occurredAt: string;
            /** Format: uuid */
            eventId: string;
            aggregateId: string;
            aggregateType: string;
            /** @description Schema version in which the payload was written; it is shown as one of today. */
            version: number;
            /** @description Order of storing, over the whole log; has gaps. */
            position: number;
            /** @description The story in which order is kept: the orderId, or the aggregateId of what belongs to no order. */
            lane: string;
            /** @description 1, 2, 3… within the lane, without a gap. */
            sequence: number;
            correlationId: string;
            /** @description The event that caused it; null when a person or program asked. */
            causationId: string | null;
            payload: {
                orderId: string;
                shipmentId: string;
                trackingNumber: string;
                carrier: string;
            };
        };
        ShipmentDispatched: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            eventType: "ShipmentDispatched";
            /** Format: date-time */
            occurredAt: string;
            /** Format: uuid */
            eventId: string;
            aggregateId: string;
            aggregateType: string;
            /** @description Schema version in which the payload was written; it is shown as one of today. */
            version: number;
            /** @description Order of storing, over the whole log; has gaps. */
            position: number;
            /** @description The story in which order is kept: the orderId, or the aggregateId of what belongs to no order. */
            lane: string;
            /** @description 1, 2, 3… within the lane, without a gap. */
            sequence: number;
            correlationId: string;
            /** @description The event that caused it; null when a person or program asked. */
            causationId: string | null;
            payload: {
                orderId: string;
                shipmentId: string;
                /** Format: date-time */
                dispatchedAt: string;
            };
        };
        ShipmentDelivered: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            eventType: "ShipmentDelivered";
            /** Format: date-time */
            occurredAt: string;
            /** Format: uuid */
            eventId: string;
            aggregateId: string;
            aggregateType: string;
            /** @description Schema version in which the payload was written; it is shown as one of today. */
            version: number;
            /** @description Order of storing, over the whole log; has gaps. */
            position: number;
            /** @description The story in which order is kept: the orderId, or the aggregateId of what belongs to no order. */
            lane: string;
            /** @description 1, 2, 3… within the lane, without a gap. */
            sequence: number;
            correlationId: string;
            /** @description The event that caused it; null when a person or program asked. */
            causationId: string | null;
            payload: {
                orderId: string;
                shipmentId: string;
                /** Format: date-time */
                deliveredAt: string;
            };
        };
        ShipmentVoided: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            eventType: "ShipmentVoided";
            /** Format: date-time */
            occurredAt: string;
            /** Format: uuid */
            eventId: string;
            aggregateId: string;
            aggregateType: string;
            /** @description Schema version in which the payload was written; it is shown as one of today. */
            version: number;
            /** @description Order of storing, over the whole log; has gaps. */
            position: number;
            /** @description The story in which order is kept: the orderId, or the aggregateId of what belongs to no order. */
            lane: string;
            /** @description 1, 2, 3… within the lane, without a gap. */
            sequence: number;
            correlationId: string;
            /** @description The event that caused it; null when a person or program asked. */
            causationId: string | null;
            payload: {
                orderId: string;
                shipmentId: string;
            };
        };
        FaultRule: {
            /** Format: uuid */
            ruleId: string;
            /** @enum {string} */
            effect: "THROW_BEFORE_COMMIT" | "THROW_AFTER_COMMIT" | "NO_ANSWER" | "REPLY_LOST" | "DELAY" | "DROP_POKE" | "DOUBLE_POKE";
            delayMs: number | null;
            orderId: string | null;
            sku: string | null;
            module: string | null;
            eventType: ("OrderPlaced" | "OrderConfirmed" | "OrderRejected" | "OrderPaid" | "OrderPaymentFailed" | "OrderShipped" | "OrderCancelled" | "OrderNoteAdded" | "PersonalDataErased" | "InventoryReserved" | "InventoryReservationFailed" | "InventoryReleased" | "InventoryCommitted" | "ProductCreated" | "ProductUpdated" | "StockAdjusted" | "PaymentProcessed" | "PaymentFailed" | "PaymentRefunded" | "ShipmentCreated" | "ShipmentDispatched" | "ShipmentDelivered" | "ShipmentVoided") | null;
            attempt: number | null;
            uses: number;
            usesLeft: number;
            /** @enum {string} */
            state: "ACTIVE" | "USED_UP" | "EXPIRED";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            used: {
                useId: number;
                /** Format: uuid */
                eventId: string;
                /** @enum {string} */
                eventType: "OrderPlaced" | "OrderConfirmed" | "OrderRejected" | "OrderPaid" | "OrderPaymentFailed" | "OrderShipped" | "OrderCancelled" | "OrderNoteAdded" | "PersonalDataErased" | "InventoryReserved" | "InventoryReservationFailed" | "InventoryReleased" | "InventoryCommitted" | "ProductCreated" | "ProductUpdated" | "StockAdjusted" | "PaymentProcessed" | "PaymentFailed" | "PaymentRefunded" | "ShipmentCreated" | "ShipmentDispatched" | "ShipmentDelivered" | "ShipmentVoided";
                lane: string;
                module: string | null;
                redrives: number | null;
                attempt: number | null;
                /** Format: date-time */
                at: string;
            }[];
        };
        UseOfFaultRule: {
            useId: number;
            /** Format: uuid */
            eventId: string;
            /** @enum {string} */
            eventType: "OrderPlaced" | "OrderConfirmed" | "OrderRejected" | "OrderPaid" | "OrderPaymentFailed" | "OrderShipped" | "OrderCancelled" | "OrderNoteAdded" | "PersonalDataErased" | "InventoryReserved" | "InventoryReservationFailed" | "InventoryReleased" | "InventoryCommitted" | "ProductCreated" | "ProductUpdated" | "StockAdjusted" | "PaymentProcessed" | "PaymentFailed" | "PaymentRefunded" | "ShipmentCreated" | "ShipmentDispatched" | "ShipmentDelivered" | "ShipmentVoided";
            lane: string;
            module: string | null;
            redrives: number | null;
            attempt: number | null;
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            ruleId: string;
            /** @enum {string} */
            effect: "THROW_BEFORE_COMMIT" | "THROW_AFTER_COMMIT" | "NO_ANSWER" | "REPLY_LOST" | "DELAY" | "DROP_POKE" | "DOUBLE_POKE";
            delayMs: number | null;
            /** @description How the delivery stands by now; a poke has none of its own. */
            delivery: {
                status: string;
                attempts: number;
            } | null;
        };
        Health: {
            /** @enum {string} */
            status: "ok" | "degraded" | "down";
            /** @description Why it is down. */
            reasons: string[];
            database: string;
            engine: string;
            oldestDueSeconds?: number;
            deadLetters?: number;
            version: string;
        };
        Product: {
            /** Format: uuid */
            productId: string;
            sku: string;
            name: string;
            description: string;
            category?: string;
            picture?: string;
            price: number;
            currency: string;
            /** @description How many there are. */
            stockQuantity: number;
            /** @description How many of them are held for orders. */
            reservedQuantity: number;
            /** @description How many can still be sold. */
            availableStock: number;
            /** @enum {string} */
            status: "ACTIVE" | "INACTIVE";
        };
        Key: {
            /** Format: uuid */
            keyId: string;
            name: string;
            scopes: ("orders:read" | "orders:write" | "inventory:read" | "inventory:write" | "payments:read" | "shipments:read" | "shipments:write" | "events:read" | "dead-letters:write" | "proof:run" | "metrics:read" | "analytics:read" | "analytics:write" | "fault-lab:write" | "audit:read" | "staff:manage" | "keys:manage" | "customers:erase" | "webhooks:read" | "webhooks:write" | "backups:make")[];
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            /** @description To the minute. */
            lastUsedAt: string | null;
            revokedAt: string | null;
        };
        MadeKey: {
            /** Format: uuid */
            keyId: string;
            name: string;
            scopes: ("orders:read" | "orders:write" | "inventory:read" | "inventory:write" | "payments:read" | "shipments:read" | "shipments:write" | "events:read" | "dead-letters:write" | "proof:run" | "metrics:read" | "analytics:read" | "analytics:write" | "fault-lab:write" | "audit:read" | "staff:manage" | "keys:manage" | "customers:erase" | "webhooks:read" | "webhooks:write" | "backups:make")[];
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            /** @description To the minute. */
            lastUsedAt: string | null;
            revokedAt: string | null;
            /** @description It is shown this once. */
            key: string;
        };
        /** @description An order; what is not yet so is absent. */
        Order: {
            /** Format: uuid */
            orderId: string;
            /** @enum {string} */
            status: "PENDING" | "CONFIRMED" | "PAID" | "SHIPPED" | "REJECTED" | "PAYMENT_FAILED" | "CANCELLED";
            customerId: string;
            email?: string;
            items: {
                sku: string;
                name: string;
                quantity: number;
                unitPrice: number;
            }[];
            totalAmount: number;
            currency: string;
            paymentMethod: string;
            shippingAddress: components["schemas"]["Address"];
            paymentId?: string;
            shipmentId?: string;
            trackingNumber?: string;
            rejectionReason?: string;
            failureReason?: string;
            cancellationReason?: string;
            /** Format: date-time */
            cancelledAt?: string;
            /** Format: date-time */
            refundedAt?: string;
            /** Format: date-time */
            placedAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        PlacedOrder: {
            /** Format: uuid */
            orderId: string;
            /** @enum {string} */
            status: "PENDING" | "CONFIRMED" | "PAID" | "SHIPPED" | "REJECTED" | "PAYMENT_FAILED" | "CANCELLED";
            customerId: string;
            totalAmount: number;
            currency: string;
            /** Format: date-time */
            placedAt: string;
            /** @description Opens the order. It is told this once. */
            accessToken: string;
        };
        /** @description An order; whose it is, where it goes and how it is paid is there for who may see it. */
        SeenOrder: {
            /** Format: uuid */
            orderId: string;
            /** @enum {string} */
            status: "PENDING" | "CONFIRMED" | "PAID" | "SHIPPED" | "REJECTED" | "PAYMENT_FAILED" | "CANCELLED";
            customerId?: string;
            email?: string;
            items: {
                sku: string;
                name: string;
                quantity: number;
                unitPrice: number;
            }[];
            totalAmount: number;
            currency: string;
            paymentMethod?: string;
            shippingAddress?: components["schemas"]["Address"];
            paymentId?: string;
            shipmentId?: string;
            trackingNumber?: string;
            rejectionReason?: string;
            failureReason?: string;
            cancellationReason?: string;
            /** Format: date-time */
            cancelledAt?: string;
            /** Format: date-time */
            refundedAt?: string;
            /** Format: date-time */
            placedAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        CancelledOrder: {
            /** Format: uuid */
            orderId: string;
            /** @enum {string} */
            status: "PENDING" | "CONFIRMED" | "PAID" | "SHIPPED" | "REJECTED" | "PAYMENT_FAILED" | "CANCELLED";
            /** Format: date-time */
            cancelledAt?: string;
        };
        Session: {
            email: string;
            name: string;
            /** @enum {string} */
            role: "viewer" | "operator" | "admin";
            /** @description Nothing else is let be done until another is chosen. */
            passwordIsOneTime: boolean;
            permissions: ("orders:read" | "orders:write" | "inventory:read" | "inventory:write" | "payments:read" | "shipments:read" | "shipments:write" | "events:read" | "dead-letters:write" | "proof:run" | "metrics:read" | "analytics:read" | "analytics:write" | "fault-lab:write" | "audit:read" | "staff:manage" | "keys:manage" | "customers:erase" | "webhooks:read" | "webhooks:write" | "backups:make")[];
        };
        SignedIn: {
            /** @description Whether the second factor is still to come. */
            secondFactor: boolean;
        };
        /** @description A parcel; what is not yet so is absent. */
        Shipment: {
            /** Format: uuid */
            shipmentId: string;
            /** Format: uuid */
            orderId: string;
            /** @enum {string} */
            status: "CREATED" | "DISPATCHED" | "DELIVERED" | "VOIDED";
            carrier: string;
            trackingNumber: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            dispatchedAt?: string;
            /** Format: date-time */
            deliveredAt?: string;
        };
        Silence: {
            orderId: string;
            /** Format: uuid */
            eventId: string;
            /** @enum {string} */
            eventType: "OrderPlaced" | "OrderConfirmed" | "OrderRejected" | "OrderPaid" | "OrderPaymentFailed" | "OrderShipped" | "OrderCancelled" | "OrderNoteAdded" | "PersonalDataErased" | "InventoryReserved" | "InventoryReservationFailed" | "InventoryReleased" | "InventoryCommitted" | "ProductCreated" | "ProductUpdated" | "StockAdjusted" | "PaymentProcessed" | "PaymentFailed" | "PaymentRefunded" | "ShipmentCreated" | "ShipmentDispatched" | "ShipmentDelivered" | "ShipmentVoided";
            module: string;
            /** Format: date-time */
            occurredAt: string;
            /** @description One of these, said by the module. */
            awaited: ("OrderPlaced" | "OrderConfirmed" | "OrderRejected" | "OrderPaid" | "OrderPaymentFailed" | "OrderShipped" | "OrderCancelled" | "OrderNoteAdded" | "PersonalDataErased" | "InventoryReserved" | "InventoryReservationFailed" | "InventoryReleased" | "InventoryCommitted" | "ProductCreated" | "ProductUpdated" | "StockAdjusted" | "PaymentProcessed" | "PaymentFailed" | "PaymentRefunded" | "ShipmentCreated" | "ShipmentDispatched" | "ShipmentDelivered" | "ShipmentVoided")[];
            /**
             * Format: date-time
             * @description From when on it is waited for.
             */
            since: string;
            /** @description How far beyond its time that is, in milliseconds. */
            lateMs: number;
            hold: components["schemas"]["Hold"];
        };
        Hold: {
            /** @constant */
            kind: "DEAD";
            error: string;
        } | {
            /** @constant */
            kind: "PARKED";
            behind: {
                /** Format: uuid */
                eventId: string;
                /** @enum {string} */
                eventType: "OrderPlaced" | "OrderConfirmed" | "OrderRejected" | "OrderPaid" | "OrderPaymentFailed" | "OrderShipped" | "OrderCancelled" | "OrderNoteAdded" | "PersonalDataErased" | "InventoryReserved" | "InventoryReservationFailed" | "InventoryReleased" | "InventoryCommitted" | "ProductCreated" | "ProductUpdated" | "StockAdjusted" | "PaymentProcessed" | "PaymentFailed" | "PaymentRefunded" | "ShipmentCreated" | "ShipmentDispatched" | "ShipmentDelivered" | "ShipmentVoided";
                dead: boolean;
            };
        } | {
            /** @constant */
            kind: "HELD";
        } | {
            /** @constant */
            kind: "RETRY";
            attempt: number;
            of: number;
            /** @description Milliseconds */
            inMs: number;
            error: string;
        } | {
            /** @constant */
            kind: "PUT_OFF";
            /** @description Milliseconds */
            inMs: number;
        } | {
            /** @constant */
            kind: "DUE";
            /** @description Milliseconds */
            forMs: number;
        } | {
            /** @constant */
            kind: "DONE";
            ignored: string | null;
        } | {
            /** @constant */
            kind: "NOTHING";
        };
        Poked: {
            orderId: string;
            poked: {
                /** Format: uuid */
                eventId: string;
                /** @enum {string} */
                eventType: "OrderPlaced" | "OrderConfirmed" | "OrderRejected" | "OrderPaid" | "OrderPaymentFailed" | "OrderShipped" | "OrderCancelled" | "OrderNoteAdded" | "PersonalDataErased" | "InventoryReserved" | "InventoryReservationFailed" | "InventoryReleased" | "InventoryCommitted" | "ProductCreated" | "ProductUpdated" | "StockAdjusted" | "PaymentProcessed" | "PaymentFailed" | "PaymentRefunded" | "ShipmentCreated" | "ShipmentDispatched" | "ShipmentDelivered" | "ShipmentVoided";
                module: string;
            }[];
            notDue: {
                /** Format: uuid */
                eventId: string;
                /** @enum {string} */
                eventType: "OrderPlaced" | "OrderConfirmed" | "OrderRejected" | "OrderPaid" | "OrderPaymentFailed" | "OrderShipped" | "OrderCancelled" | "OrderNoteAdded" | "PersonalDataErased" | "InventoryReserved" | "InventoryReservationFailed" | "InventoryReleased" | "InventoryCommitted" | "ProductCreated" | "ProductUpdated" | "StockAdjusted" | "PaymentProcessed" | "PaymentFailed" | "PaymentRefunded" | "ShipmentCreated" | "ShipmentDispatched" | "ShipmentDelivered" | "ShipmentVoided";
                module: string;
                hold: components["schemas"]["Hold"];
            }[];
        };
        Webhook: {
            /** Format: uuid */
            id: string;
            name: string;
            url: string;
            filters: string[];
            ordered: boolean;
            /**
             * @description DISABLED: its receiver answered 410.
             * @enum {string}
             */
            status: "ON" | "PAUSED" | "DISABLED";
            /** @description Why it is not on. */
            why: string | null;
            /** Format: date-time */
            statusSince: string;
            secret: {
                hint: string;
                /** Format: date-time */
                since: string;
            };
            /** @description Until then deliveries are signed with it as well. */
            oldSecret: {
                hint: string;
                /** Format: date-time */
                until: string;
            } | null;
            /** @description The first failure since it last answered well. */
            failingSince: string | null;
            failedInRow: number;
            /** @description Of the events since midnight UTC. */
            today: {
                events: number;
                arrived: number;
                givenUp: number;
            };
            /** @description Of all events, those that are due now or later. */
            waiting: number;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
        };
        MadeWebhook: {
            /** Format: uuid */
            id: string;
            name: string;
            url: string;
            filters: string[];
            ordered: boolean;
            /**
             * @description DISABLED: its receiver answered 410.
             * @enum {string}
             */
            status: "ON" | "PAUSED" | "DISABLED";
            /** @description Why it is not on. */
            why: string | null;
            /** Format: date-time */
            statusSince: string;
            /** @description It is shown this once. */
            secret: string;
            /** @description Until then deliveries are signed with it as well. */
            oldSecret: {
                hint: string;
                /** Format: date-time */
                until: string;
            } | null;
            /** @description The first failure since it last answered well. */
            failingSince: string | null;
            failedInRow: number;
            /** @description Of the events since midnight UTC. */
            today: {
                events: number;
                arrived: number;
                givenUp: number;
            };
            /** @description Of all events, those that are due now or later. */
            waiting: number;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            /** @description Of the events of the last 24 hours. */
            day: {
                arrived: number;
                of: number;
            };
            /** @description 95 of 100 answers of the last 24 hours came within this. */
            p95Ms: number | null;
            /** @description How many milliseconds after each failed try comes the next; after the last it is given up. */
            waitsMs: number[];
        };
        WebhookDetail: {
            /** Format: uuid */
            id: string;
            name: string;
            url: string;
            filters: string[];
            ordered: boolean;
            /**
             * @description DISABLED: its receiver answered 410.
             * @enum {string}
             */
            status: "ON" | "PAUSED" | "DISABLED";
            /** @description Why it is not on. */
            why: string | null;
            /** Format: date-time */
            statusSince: string;
            secret: {
                hint: string;
                /** Format: date-time */
                since: string;
            };
            /** @description Until then deliveries are signed with it as well. */
            oldSecret: {
                hint: string;
                /** Format: date-time */
                until: string;
            } | null;
            /** @description The first failure since it last answered well. */
            failingSince: string | null;
            failedInRow: number;
            /** @description Of the events since midnight UTC. */
            today: {
                events: number;
                arrived: number;
                givenUp: number;
            };
            /** @description Of all events, those that are due now or later. */
            waiting: number;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            /** @description Of the events of the last 24 hours. */
            day: {
                arrived: number;
                of: number;
            };
            /** @description 95 of 100 answers of the last 24 hours came within this. */
            p95Ms: number | null;
            /** @description How many milliseconds after each failed try comes the next; after the last it is given up. */
            waitsMs: number[];
        };
        WebhookDelivery: {
            /** Format: uuid */
            eventId: string;
            /** @enum {string} */
            eventType: "OrderPlaced" | "OrderConfirmed" | "OrderRejected" | "OrderPaid" | "OrderPaymentFailed" | "OrderShipped" | "OrderCancelled" | "OrderNoteAdded" | "PersonalDataErased" | "InventoryReserved" | "InventoryReservationFailed" | "InventoryReleased" | "InventoryCommitted" | "ProductCreated" | "ProductUpdated" | "StockAdjusted" | "PaymentProcessed" | "PaymentFailed" | "PaymentRefunded" | "ShipmentCreated" | "ShipmentDispatched" | "ShipmentDelivered" | "ShipmentVoided";
            /** @description The order’s id, or that of what belongs to no order. */
            lane: string;
            sequence: number;
            /** Format: date-time */
            occurredAt: string;
            /**
             * @description HELD: the endpoint is not on.
             * @enum {string}
             */
            status: "WAITING" | "ARRIVED" | "GIVEN_UP" | "HELD";
            /** @description When it is tried next, while it waits. */
            nextAttemptAt: string | null;
            /** @description Who had it sent again last. */
            resentBy: string | null;
            attempts: {
                /** @description Which try, after the resend before it. */
                number: number;
                /** @description After how many resends. */
                redrive: number;
                /** @description The answer’s status; null: there was none. */
                code: number | null;
                ms: number;
                /** @description Why it did not arrive; null: it did. */
                error: string | null;
                /** @description How an answer began that said no. */
                excerpt: string | null;
                /** Format: date-time */
                at: string;
            }[];
        };
        WebhookTest: {
            arrived: boolean;
            /** @description The answer’s status; null: there was none. */
            code: number | null;
            ms: number;
            /** @description Why it did not arrive; null: it did. */
            error: string | null;
            /** @description How an answer began that said no. */
            excerpt: string | null;
        };
    };
    responses: {
        /** @description Not signed in */
        Unauthenticated: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": {
                    /** @enum {string} */
                    type: "/problems/unauthenticated";
                    title: string;
                    status: number;
                    /** @description What is wrong this time, and the way out. */
                    detail: string;
                    /** @description The detail once more, for clients that look for it here. */
                    error: string;
                    /** @description One entry for each fault. */
                    errors?: {
                        /** @description Where in the request, as a JSON pointer (RFC 6901). */
                        pointer: string;
                        detail: string;
                    }[];
                    /** @description By which the request stands in our log. */
                    requestId?: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        /** @description Not allowed */
        Forbidden: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": {
                    /** @enum {string} */
                    type: "/problems/forbidden";
                    title: string;
                    status: number;
                    /** @description What is wrong this time, and the way out. */
                    detail: string;
                    /** @description The detail once more, for clients that look for it here. */
                    error: string;
                    /** @description One entry for each fault. */
                    errors?: {
                        /** @description Where in the request, as a JSON pointer (RFC 6901). */
                        pointer: string;
                        detail: string;
                    }[];
                    /** @description By which the request stands in our log. */
                    requestId?: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        /** @description The address is too long */
        AddressTooLong: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": {
                    /** @enum {string} */
                    type: "/problems/address-too-long";
                    title: string;
                    status: number;
                    /** @description What is wrong this time, and the way out. */
                    detail: string;
                    /** @description The detail once more, for clients that look for it here. */
                    error: string;
                    /** @description One entry for each fault. */
                    errors?: {
                        /** @description Where in the request, as a JSON pointer (RFC 6901). */
                        pointer: string;
                        detail: string;
                    }[];
                    /** @description By which the request stands in our log. */
                    requestId?: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        /** @description Too many tries */
        TooManyRequests: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": {
                    /** @enum {string} */
                    type: "/problems/too-many-requests";
                    title: string;
                    status: number;
                    /** @description What is wrong this time, and the way out. */
                    detail: string;
                    /** @description The detail once more, for clients that look for it here. */
                    error: string;
                    /** @description One entry for each fault. */
                    errors?: {
                        /** @description Where in the request, as a JSON pointer (RFC 6901). */
                        pointer: string;
                        detail: string;
                    }[];
                    /** @description By which the request stands in our log. */
                    requestId?: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        /** @description Something went wrong here */
        Internal: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": {
                    /** @enum {string} */
                    type: "/problems/internal";
                    title: string;
                    status: number;
                    /** @description What is wrong this time, and the way out. */
                    detail: string;
                    /** @description The detail once more, for clients that look for it here. */
                    error: string;
                    /** @description One entry for each fault. */
                    errors?: {
                        /** @description Where in the request, as a JSON pointer (RFC 6901). */
                        pointer: string;
                        detail: string;
                    }[];
                    /** @description By which the request stands in our log. */
                    requestId?: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        /** @description Not available right now */
        Unavailable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": {
                    /** @enum {string} */
                    type: "/problems/unavailable";
                    title: string;
                    status: number;
                    /** @description What is wrong this time, and the way out. */
                    detail: string;
                    /** @description The detail once more, for clients that look for it here. */
                    error: string;
                    /** @description One entry for each fault. */
                    errors?: {
                        /** @description Where in the request, as a JSON pointer (RFC 6901). */
                        pointer: string;
                        detail: string;
                    }[];
                    /** @description By which the request stands in our log. */
                    requestId?: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        /** @description The request is not valid */
        Validation: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": {
                    /** @enum {string} */
                    type: "/problems/validation";
                    title: string;
                    status: number;
                    /** @description What is wrong this time, and the way out. */
                    detail: string;
                    /** @description The detail once more, for clients that look for it here. */
                    error: string;
                    /** @description One entry for each fault. */
                    errors?: {
                        /** @description Where in the request, as a JSON pointer (RFC 6901). */
                        pointer: string;
                        detail: string;
                    }[];
                    /** @description By which the request stands in our log. */
                    requestId?: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        /** @description Not found */
        NotFound: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": {
                    /** @enum {string} */
                    type: "/problems/not-found";
                    title: string;
                    status: number;
                    /** @description What is wrong this time, and the way out. */
                    detail: string;
                    /** @description The detail once more, for clients that look for it here. */
                    error: string;
                    /** @description One entry for each fault. */
                    errors?: {
                        /** @description Where in the request, as a JSON pointer (RFC 6901). */
                        pointer: string;
                        detail: string;
                    }[];
                    /** @description By which the request stands in our log. */
                    requestId?: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        /** @description Refused by the facts */
        FinerThanKept: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": {
                    /** @enum {string} */
                    type: "/problems/finer-than-kept";
                    title: string;
                    status: number;
                    /** @description What is wrong this time, and the way out. */
                    detail: string;
                    /** @description The detail once more, for clients that look for it here. */
                    error: string;
                    /** @description One entry for each fault. */
                    errors?: {
                        /** @description Where in the request, as a JSON pointer (RFC 6901). */
                        pointer: string;
                        detail: string;
                    }[];
                    /** @description By which the request stands in our log. */
                    requestId?: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        /** @description Not allowed */
        CrossSiteOrForbidden: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": {
                    /** @enum {string} */
                    type: "/problems/cross-site" | "/problems/forbidden";
                    title: string;
                    status: number;
                    /** @description What is wrong this time, and the way out. */
                    detail: string;
                    /** @description The detail once more, for clients that look for it here. */
                    error: string;
                    /** @description One entry for each fault. */
                    errors?: {
                        /** @description Where in the request, as a JSON pointer (RFC 6901). */
                        pointer: string;
                        detail: string;
                    }[];
                    /** @description By which the request stands in our log. */
                    requestId?: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        /** @description The request came too slowly */
        TooSlow: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": {
                    /** @enum {string} */
                    type: "/problems/too-slow";
                    title: string;
                    status: number;
                    /** @description What is wrong this time, and the way out. */
                    detail: string;
                    /** @description The detail once more, for clients that look for it here. */
                    error: string;
                    /** @description One entry for each fault. */
                    errors?: {
                        /** @description Where in the request, as a JSON pointer (RFC 6901). */
                        pointer: string;
                        detail: string;
                    }[];
                    /** @description By which the request stands in our log. */
                    requestId?: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        /** @description Not possible in the present state */
        NoRebuildOrRebuildNotSoFarOrRebuildUnderWay: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": {
                    /** @enum {string} */
                    type: "/problems/no-rebuild" | "/problems/rebuild-not-so-far" | "/problems/rebuild-under-way";
                    title: string;
                    status: number;
                    /** @description What is wrong this time, and the way out. */
                    detail: string;
                    /** @description The detail once more, for clients that look for it here. */
                    error: string;
                    /** @description One entry for each fault. */
                    errors?: {
                        /** @description Where in the request, as a JSON pointer (RFC 6901). */
                        pointer: string;
                        detail: string;
                    }[];
                    /** @description By which the request stands in our log. */
                    requestId?: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        /** @description The body is too large */
        BodyTooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": {
                    /** @enum {string} */
                    type: "/problems/body-too-large";
                    title: string;
                    status: number;
                    /** @description What is wrong this time, and the way out. */
                    detail: string;
                    /** @description The detail once more, for clients that look for it here. */
                    error: string;
                    /** @description One entry for each fault. */
                    errors?: {
                        /** @description Where in the request, as a JSON pointer (RFC 6901). */
                        pointer: string;
                        detail: string;
                    }[];
                    /** @description By which the request stands in our log. */
                    requestId?: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        /** @description The body is not JSON */
        UnsupportedMediaType: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": {
                    /** @enum {string} */
                    type: "/problems/unsupported-media-type";
                    title: string;
                    status: number;
                    /** @description What is wrong this time, and the way out. */
                    detail: string;
                    /** @description The detail once more, for clients that look for it here. */
                    error: string;
                    /** @description One entry for each fault. */
                    errors?: {
                        /** @description Where in the request, as a JSON pointer (RFC 6901). */
                        pointer: string;
                        detail: string;
                    }[];
                    /** @description By which the request stands in our log. */
                    requestId?: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        /** @description Not possible in the present state */
        Conflict: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": {
                    /** @enum {string} */
                    type: "/problems/conflict";
                    title: string;
                    status: number;
                    /** @description What is wrong this time, and the way out. */
                    detail: string;
                    /** @description The detail once more, for clients that look for it here. */
                    error: string;
                    /** @description One entry for each fault. */
                    errors?: {
                        /** @description Where in the request, as a JSON pointer (RFC 6901). */
                        pointer: string;
                        detail: string;
                    }[];
                    /** @description By which the request stands in our log. */
                    requestId?: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        /** @description Refused by the facts */
        Unprocessable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": {
                    /** @enum {string} */
                    type: "/problems/unprocessable";
                    title: string;
                    status: number;
                    /** @description What is wrong this time, and the way out. */
                    detail: string;
                    /** @description The detail once more, for clients that look for it here. */
                    error: string;
                    /** @description One entry for each fault. */
                    errors?: {
                        /** @description Where in the request, as a JSON pointer (RFC 6901). */
                        pointer: string;
                        detail: string;
                    }[];
                    /** @description By which the request stands in our log. */
                    requestId?: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        /** @description Not possible in the present state */
        OrderUnderWay: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": {
                    /** @enum {string} */
                    type: "/problems/order-under-way";
                    title: string;
                    status: number;
                    /** @description What is wrong this time, and the way out. */
                    detail: string;
                    /** @description The detail once more, for clients that look for it here. */
                    error: string;
                    /** @description One entry for each fault. */
                    errors?: {
                        /** @description Where in the request, as a JSON pointer (RFC 6901). */
                        pointer: string;
                        detail: string;
                    }[];
                    /** @description By which the request stands in our log. */
                    requestId?: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        /** @description Not possible in the present state */
        DuplicateSku: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": {
                    /** @enum {string} */
                    type: "/problems/duplicate-sku";
                    title: string;
                    status: number;
                    /** @description What is wrong this time, and the way out. */
                    detail: string;
                    /** @description The detail once more, for clients that look for it here. */
                    error: string;
                    /** @description One entry for each fault. */
                    errors?: {
                        /** @description Where in the request, as a JSON pointer (RFC 6901). */
                        pointer: string;
                        detail: string;
                    }[];
                    /** @description By which the request stands in our log. */
                    requestId?: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        /** @description Not possible in the present state */
        ConflictOrStockBelowReserved: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": {
                    /** @enum {string} */
                    type: "/problems/conflict" | "/problems/stock-below-reserved";
                    title: string;
                    status: number;
                    /** @description What is wrong this time, and the way out. */
                    detail: string;
                    /** @description The detail once more, for clients that look for it here. */
                    error: string;
                    /** @description One entry for each fault. */
                    errors?: {
                        /** @description Where in the request, as a JSON pointer (RFC 6901). */
                        pointer: string;
                        detail: string;
                    }[];
                    /** @description By which the request stands in our log. */
                    requestId?: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        /** @description Not allowed */
        CrossSite: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": {
                    /** @enum {string} */
                    type: "/problems/cross-site";
                    title: string;
                    status: number;
                    /** @description What is wrong this time, and the way out. */
                    detail: string;
                    /** @description The detail once more, for clients that look for it here. */
                    error: string;
                    /** @description One entry for each fault. */
                    errors?: {
                        /** @description Where in the request, as a JSON pointer (RFC 6901). */
                        pointer: string;
                        detail: string;
                    }[];
                    /** @description By which the request stands in our log. */
                    requestId?: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        /** @description Not possible in the present state */
        PriceChangedOrRequestInProgress: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": {
                    /** @enum {string} */
                    type: "/problems/price-changed" | "/problems/request-in-progress";
                    title: string;
                    status: number;
                    /** @description What is wrong this time, and the way out. */
                    detail: string;
                    /** @description The detail once more, for clients that look for it here. */
                    error: string;
                    /** @description One entry for each fault. */
                    errors?: {
                        /** @description Where in the request, as a JSON pointer (RFC 6901). */
                        pointer: string;
                        detail: string;
                    }[];
                    /** @description By which the request stands in our log. */
                    requestId?: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        /** @description Refused by the facts */
        CurrencyMixOrIdempotencyKeyReusedOrUnknownSku: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": {
                    /** @enum {string} */
                    type: "/problems/currency-mix" | "/problems/idempotency-key-reused" | "/problems/unknown-sku";
                    title: string;
                    status: number;
                    /** @description What is wrong this time, and the way out. */
                    detail: string;
                    /** @description The detail once more, for clients that look for it here. */
                    error: string;
                    /** @description One entry for each fault. */
                    errors?: {
                        /** @description Where in the request, as a JSON pointer (RFC 6901). */
                        pointer: string;
                        detail: string;
                    }[];
                    /** @description By which the request stands in our log. */
                    requestId?: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        /** @description Too many tries */
        TooManyRequestsOrTooManyUnpaid: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": {
                    /** @enum {string} */
                    type: "/problems/too-many-requests" | "/problems/too-many-unpaid";
                    title: string;
                    status: number;
                    /** @description What is wrong this time, and the way out. */
                    detail: string;
                    /** @description The detail once more, for clients that look for it here. */
                    error: string;
                    /** @description One entry for each fault. */
                    errors?: {
                        /** @description Where in the request, as a JSON pointer (RFC 6901). */
                        pointer: string;
                        detail: string;
                    }[];
                    /** @description By which the request stands in our log. */
                    requestId?: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        /** @description Not possible in the present state */
        OrderFinalOrRequestInProgress: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": {
                    /** @enum {string} */
                    type: "/problems/order-final" | "/problems/request-in-progress";
                    title: string;
                    status: number;
                    /** @description What is wrong this time, and the way out. */
                    detail: string;
                    /** @description The detail once more, for clients that look for it here. */
                    error: string;
                    /** @description One entry for each fault. */
                    errors?: {
                        /** @description Where in the request, as a JSON pointer (RFC 6901). */
                        pointer: string;
                        detail: string;
                    }[];
                    /** @description By which the request stands in our log. */
                    requestId?: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        /** @description Refused by the facts */
        IdempotencyKeyReused: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": {
                    /** @enum {string} */
                    type: "/problems/idempotency-key-reused";
                    title: string;
                    status: number;
                    /** @description What is wrong this time, and the way out. */
                    detail: string;
                    /** @description The detail once more, for clients that look for it here. */
                    error: string;
                    /** @description One entry for each fault. */
                    errors?: {
                        /** @description Where in the request, as a JSON pointer (RFC 6901). */
                        pointer: string;
                        detail: string;
                    }[];
                    /** @description By which the request stands in our log. */
                    requestId?: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        /** @description Not signed in */
        UnauthenticatedOrWrongCredentials: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": {
                    /** @enum {string} */
                    type: "/problems/unauthenticated" | "/problems/wrong-credentials";
                    title: string;
                    status: number;
                    /** @description What is wrong this time, and the way out. */
                    detail: string;
                    /** @description The detail once more, for clients that look for it here. */
                    error: string;
                    /** @description One entry for each fault. */
                    errors?: {
                        /** @description Where in the request, as a JSON pointer (RFC 6901). */
                        pointer: string;
                        detail: string;
                    }[];
                    /** @description By which the request stands in our log. */
                    requestId?: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        /** @description Not signed in */
        SignInExpiredOrUnauthenticatedOrWrongCredentials: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": {
                    /** @enum {string} */
                    type: "/problems/sign-in-expired" | "/problems/unauthenticated" | "/problems/wrong-credentials";
                    title: string;
                    status: number;
                    /** @description What is wrong this time, and the way out. */
                    detail: string;
                    /** @description The detail once more, for clients that look for it here. */
                    error: string;
                    /** @description One entry for each fault. */
                    errors?: {
                        /** @description Where in the request, as a JSON pointer (RFC 6901). */
                        pointer: string;
                        detail: string;
                    }[];
                    /** @description By which the request stands in our log. */
                    requestId?: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description By which the request stands in our log. */
        "X-Request-Id": string;
        /** @description How often may be asked in so many seconds. */
        "RateLimit-Policy": string;
        /** @description How often still, and in how many seconds anew. */
        RateLimit: string;
        /** @description In how many seconds to come back. */
        "Retry-After": string;
        /** @description Where it is. */
        Location: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listReadModels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description So it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadModel"][];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getReadModel: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                by?: "hour" | "day" | "range";
            };
            header?: never;
            path: {
                model: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description So it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Figures"];
                };
            };
            400: components["responses"]["Validation"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            422: components["responses"]["FinerThanKept"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getRebuild: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                model: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description So it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rebuild"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    rebuild: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                model: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @default begin
                     * @enum {string}
                     */
                    step?: "begin" | "pause" | "resume" | "cancel" | "compare" | "swap";
                };
            };
        };
        responses: {
            /** @description So it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadModel"];
                };
            };
            400: components["responses"]["Validation"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["CrossSiteOrForbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["NoRebuildOrRebuildNotSoFarOrRebuildUnderWay"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getAsyncApi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description So it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asyncapi: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listAudit: {
        parameters: {
            query?: {
                /** @description The id or the name of whoever acted, or what kind of caller it was. */
                who?: string;
                action?: string;
                target?: string;
                from?: string;
                to?: string;
                within?: "15m" | "1h" | "24h" | "7d";
                cursor?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description So it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEntry"][];
                };
            };
            400: components["responses"]["Validation"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    makeBackup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    format: "tar.gz";
                };
            };
        };
        responses: {
            /** @description So it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/gzip": string;
                };
            };
            400: components["responses"]["Validation"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["CrossSiteOrForbidden"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getContract: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description So it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractMap"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    eraseCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    orderId?: string;
                    customerId?: string;
                    /** Format: email */
                    email?: string;
                };
            };
        };
        responses: {
            /** @description So it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasedOrders"];
                };
            };
            400: components["responses"]["Validation"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["CrossSiteOrForbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["OrderUnderWay"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listEvents: {
        parameters: {
            query?: {
                eventType?: "OrderPlaced" | "OrderConfirmed" | "OrderRejected" | "OrderPaid" | "OrderPaymentFailed" | "OrderShipped" | "OrderCancelled" | "OrderNoteAdded" | "PersonalDataErased" | "InventoryReserved" | "InventoryReservationFailed" | "InventoryReleased" | "InventoryCommitted" | "ProductCreated" | "ProductUpdated" | "StockAdjusted" | "PaymentProcessed" | "PaymentFailed" | "PaymentRefunded" | "ShipmentCreated" | "ShipmentDispatched" | "ShipmentDelivered" | "ShipmentVoided";
                aggregateId?: string;
                /** @description Gives the order’s whole story, whichever module wrote it. */
                orderId?: string;
                from?: string;
                to?: string;
                order?: "asc" | "desc";
                cursor?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description So it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Event"][];
                };
            };
            400: components["responses"]["Validation"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    exportEvents: {
        parameters: {
            query?: {
                eventType?: "OrderPlaced" | "OrderConfirmed" | "OrderRejected" | "OrderPaid" | "OrderPaymentFailed" | "OrderShipped" | "OrderCancelled" | "OrderNoteAdded" | "PersonalDataErased" | "InventoryReserved" | "InventoryReservationFailed" | "InventoryReleased" | "InventoryCommitted" | "ProductCreated" | "ProductUpdated" | "StockAdjusted" | "PaymentProcessed" | "PaymentFailed" | "PaymentRefunded" | "ShipmentCreated" | "ShipmentDispatched" | "ShipmentDelivered" | "ShipmentVoided";
                aggregateId?: string;
                orderId?: string;
                module?: "orders" | "inventory" | "payments" | "shipments";
                view?: "failures" | "cancellations";
                within?: "15m" | "1h" | "24h" | "7d";
                contains?: string;
                from?: string;
                to?: string;
                format?: "ndjson" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description So it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["Validation"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                eventId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description So it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listFaultRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description So it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FaultRule"][];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    armFaultRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    effect: "THROW_BEFORE_COMMIT" | "THROW_AFTER_COMMIT" | "NO_ANSWER" | "REPLY_LOST" | "DELAY" | "DROP_POKE" | "DOUBLE_POKE";
                    delayMs?: number;
                    /** Format: uuid */
                    orderId?: string;
                    sku?: string;
                    /** @enum {string} */
                    module?: "orders" | "inventory" | "payments" | "shipments";
                    /** @enum {string} */
                    eventType?: "OrderPlaced" | "OrderConfirmed" | "OrderRejected" | "OrderPaid" | "OrderPaymentFailed" | "OrderShipped" | "OrderCancelled" | "OrderNoteAdded" | "PersonalDataErased" | "InventoryReserved" | "InventoryReservationFailed" | "InventoryReleased" | "InventoryCommitted" | "ProductCreated" | "ProductUpdated" | "StockAdjusted" | "PaymentProcessed" | "PaymentFailed" | "PaymentRefunded" | "ShipmentCreated" | "ShipmentDispatched" | "ShipmentDelivered" | "ShipmentVoided";
                    attempt?: number;
                    /** @default 1 */
                    uses?: number;
                    /** @default 900 */
                    expiresInSeconds?: number;
                };
            };
        };
        responses: {
            /** @description It is made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FaultRule"];
                };
            };
            400: components["responses"]["Validation"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["CrossSiteOrForbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    disarmAllFaultRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is done. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["CrossSiteOrForbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getFaultRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ruleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description So it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FaultRule"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    disarmFaultRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ruleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is done. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["CrossSiteOrForbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listUsesOfFaultRules: {
        parameters: {
            query?: {
                cursor?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description So it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UseOfFaultRule"][];
                };
            };
            400: components["responses"]["Validation"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description So it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            /** @description Not available right now */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
    getAlive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description So it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: "alive";
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listProducts: {
        parameters: {
            query?: {
                status?: "ACTIVE" | "INACTIVE";
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description So it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"][];
                };
            };
            400: components["responses"]["Validation"];
            401: components["responses"]["Unauthenticated"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createProduct: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateProduct"];
            };
        };
        responses: {
            /** @description It is made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            400: components["responses"]["Validation"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["CrossSiteOrForbidden"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["DuplicateSku"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sku: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description So it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sku: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateProduct"];
            };
        };
        responses: {
            /** @description So it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            400: components["responses"]["Validation"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["CrossSiteOrForbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["ConflictOrStockBelowReserved"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description So it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Key"][];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    makeKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    scopes: ("orders:read" | "orders:write" | "inventory:read" | "inventory:write" | "payments:read" | "shipments:read" | "shipments:write" | "events:read" | "dead-letters:write" | "proof:run" | "metrics:read" | "analytics:read" | "analytics:write" | "fault-lab:write" | "audit:read" | "staff:manage" | "keys:manage" | "customers:erase" | "webhooks:read" | "webhooks:write" | "backups:make")[];
                };
            };
        };
        responses: {
            /** @description It is made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeKey"];
                };
            };
            400: components["responses"]["Validation"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["CrossSiteOrForbidden"];
            408: components["responses"]["TooSlow"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is done. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["CrossSiteOrForbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getOpenApi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description So it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        openapi: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listOrders: {
        parameters: {
            query?: {
                status?: "PENDING" | "CONFIRMED" | "PAID" | "SHIPPED" | "REJECTED" | "PAYMENT_FAILED" | "CANCELLED";
                customerId?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description So it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"][];
                };
            };
            400: components["responses"]["Validation"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    placeOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within a day, the same request is answered the same and has no second effect. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceOrder"];
            };
        };
        responses: {
            /** @description It is made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlacedOrder"];
                };
            };
            400: components["responses"]["Validation"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["CrossSite"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["PriceChangedOrRequestInProgress"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CurrencyMixOrIdempotencyKeyReusedOrUnknownSku"];
            429: components["responses"]["TooManyRequestsOrTooManyUnpaid"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description So it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeenOrder"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    cancelOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again with the same key within a day, the same request is answered the same and has no second effect. */
                "Idempotency-Key"?: string;
            };
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description So it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CancelledOrder"];
                };
            };
            400: components["responses"]["Validation"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["CrossSiteOrForbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["OrderFinalOrRequestInProgress"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description So it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description So it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            400: components["responses"]["Validation"];
            401: components["responses"]["UnauthenticatedOrWrongCredentials"];
            403: components["responses"]["CrossSiteOrForbidden"];
            408: components["responses"]["TooSlow"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is done. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["CrossSite"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    giveSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description So it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            400: components["responses"]["Validation"];
            401: components["responses"]["SignInExpiredOrUnauthenticatedOrWrongCredentials"];
            403: components["responses"]["CrossSiteOrForbidden"];
            408: components["responses"]["TooSlow"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getShipment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shipmentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description So it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shipment"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    deliverShipment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shipmentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description So it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shipment"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["CrossSiteOrForbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    dispatchShipment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shipmentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description So it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shipment"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["CrossSiteOrForbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSilence: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description So it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Silence"][];
                };
            };
            400: components["responses"]["Validation"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    pokeOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description So it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Poked"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["CrossSiteOrForbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description So it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"][];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    makeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    url: string;
                    filters: string[];
                    /** @default true */
                    ordered?: boolean;
                };
            };
        };
        responses: {
            /** @description It is made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeWebhook"];
                };
            };
            400: components["responses"]["Validation"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["CrossSiteOrForbidden"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description So it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDetail"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    removeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is done. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["CrossSiteOrForbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    url?: string;
                    filters?: string[];
                    ordered?: boolean;
                };
            };
        };
        responses: {
            /** @description So it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDetail"];
                };
            };
            400: components["responses"]["Validation"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["CrossSiteOrForbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /** @description NOT_ARRIVED: any but ARRIVED. */
                status?: "WAITING" | "ARRIVED" | "GIVEN_UP" | "HELD" | "NOT_ARRIVED";
                eventType?: "OrderPlaced" | "OrderConfirmed" | "OrderRejected" | "OrderPaid" | "OrderPaymentFailed" | "OrderShipped" | "OrderCancelled" | "OrderNoteAdded" | "PersonalDataErased" | "InventoryReserved" | "InventoryReservationFailed" | "InventoryReleased" | "InventoryCommitted" | "ProductCreated" | "ProductUpdated" | "StockAdjusted" | "PaymentProcessed" | "PaymentFailed" | "PaymentRefunded" | "ShipmentCreated" | "ShipmentDispatched" | "ShipmentDelivered" | "ShipmentVoided";
                orderId?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description So it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"][];
                };
            };
            400: components["responses"]["Validation"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    resendWebhookDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: string;
                eventId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answered. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["CrossSiteOrForbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    endOldWebhookSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description So it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDetail"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["CrossSiteOrForbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    pauseWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description So it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDetail"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["CrossSiteOrForbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    resendFailedWebhookDeliveries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    since: string;
                };
            };
        };
        responses: {
            /** @description Answered. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        resent: number;
                    };
                };
            };
            400: components["responses"]["Validation"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["CrossSiteOrForbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    resumeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description So it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDetail"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["CrossSiteOrForbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @default 24 */
                    hours?: number;
                };
            };
        };
        responses: {
            /** @description So it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeWebhook"];
                };
            };
            400: components["responses"]["Validation"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["CrossSiteOrForbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description So it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookTest"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["CrossSiteOrForbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    readMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description So it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
}
