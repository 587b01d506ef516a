// Generated from ../schema/openapi.yaml by scripts/generate.mjs. Do not edit.
export const spec = {
  "openapi": "3.1.0",
  "info": {
    "title": "Data platform",
    "version": "1",
    "description": "What the data platform plugin tells and does. Every read is one look-up in the index of live objects or in the history of runs; none of them causes a request to a cluster, except logs.",
    "license": {
      "name": "Apache-2.0",
      "url": "https://www.apache.org/licenses/LICENSE-2.0"
    }
  },
  "servers": [
    {
      "url": "/"
    }
  ],
  "paths": {
    "/v1/resources": {
      "get": {
        "operationId": "listResources",
        "summary": "Live objects that the caller may see, filtered, sorted and paged.",
        "parameters": [
          {
            "$ref": "#/components/parameters/entityRef"
          },
          {
            "$ref": "#/components/parameters/domainRef"
          },
          {
            "$ref": "#/components/parameters/productRef"
          },
          {
            "name": "source",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 253
            }
          },
          {
            "name": "namespace",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 253
            }
          },
          {
            "name": "kind",
            "in": "query",
            "allowReserved": true,
            "description": "kind, or kind.group",
            "schema": {
              "type": "string",
              "maxLength": 253
            }
          },
          {
            "name": "nature",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/Nature"
            }
          },
          {
            "name": "exceptNature",
            "in": "query",
            "description": "what is of this nature is neither listed nor counted",
            "schema": {
              "$ref": "#/components/schemas/Nature"
            }
          },
          {
            "name": "health",
            "in": "query",
            "allowReserved": true,
            "description": "comma separated",
            "schema": {
              "type": "string",
              "maxLength": 100
            }
          },
          {
            "name": "superseded",
            "in": "query",
            "description": "runs that a newer run of the same job has superseded: listed with the others (last by severity; a health filter never selects them), left out, or alone. Default include",
            "schema": {
              "type": "string",
              "enum": [
                "include",
                "exclude",
                "only"
              ]
            }
          },
          {
            "name": "q",
            "in": "query",
            "allowReserved": true,
            "description": "text in name, namespace, entity or sentence",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "sort",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "severity",
                "name",
                "startedAt",
                "kind",
                "domain"
              ],
              "default": "severity"
            }
          },
          {
            "name": "order",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "asc",
                "desc"
              ],
              "default": "asc"
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 500,
              "default": 50
            }
          },
          {
            "name": "offset",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "default": 0
            }
          },
          {
            "$ref": "#/components/parameters/ifNoneMatch"
          }
        ],
        "responses": {
          "200": {
            "description": "One page.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ResourcePage"
                }
              }
            }
          },
          "304": {
            "description": "Nothing has changed since the ETag that was sent."
          }
        }
      }
    },
    "/v1/resources/{id}": {
      "get": {
        "operationId": "getResource",
        "summary": "One live object with its evidence, pods, events and manifest.",
        "parameters": [
          {
            "$ref": "#/components/parameters/id"
          },
          {
            "$ref": "#/components/parameters/ifNoneMatch"
          }
        ],
        "responses": {
          "200": {
            "description": "The object.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ResourceDetail"
                }
              }
            }
          },
          "304": {
            "description": "Unchanged."
          }
        }
      }
    },
    "/v1/resources/{id}/logs": {
      "get": {
        "operationId": "getLogs",
        "summary": "Log of one container, read as the caller; text/plain. With follow it is a stream.",
        "parameters": [
          {
            "$ref": "#/components/parameters/id"
          },
          {
            "name": "pod",
            "in": "query",
            "allowReserved": true,
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 253
            }
          },
          {
            "name": "container",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "follow",
            "in": "query",
            "schema": {
              "type": "boolean",
              "default": false
            }
          },
          {
            "name": "previous",
            "in": "query",
            "schema": {
              "type": "boolean",
              "default": false
            }
          },
          {
            "name": "tailLines",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "maximum": 100000,
              "default": 1000
            }
          },
          {
            "name": "download",
            "in": "query",
            "schema": {
              "type": "boolean",
              "default": false
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The log.",
            "content": {
              "text/plain": {
                "schema": {
                  "type": "string"
                }
              }
            }
          }
        }
      }
    },
    "/v1/resources/{id}/manifest": {
      "get": {
        "operationId": "getManifest",
        "summary": "The object as the cluster has it, read as the caller; YAML, secrets masked.",
        "parameters": [
          {
            "$ref": "#/components/parameters/id"
          }
        ],
        "responses": {
          "200": {
            "description": "The manifest.",
            "content": {
              "application/yaml": {
                "schema": {
                  "type": "string"
                }
              }
            }
          }
        }
      }
    },
    "/v1/runs": {
      "get": {
        "operationId": "listRuns",
        "summary": "Runs, newest first. Live ones and those whose object is gone.",
        "parameters": [
          {
            "$ref": "#/components/parameters/entityRef"
          },
          {
            "$ref": "#/components/parameters/domainRef"
          },
          {
            "$ref": "#/components/parameters/productRef"
          },
          {
            "name": "resourceId",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 300
            }
          },
          {
            "name": "outcome",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "succeeded",
                "failed",
                "cancelled",
                "running"
              ]
            }
          },
          {
            "name": "series",
            "in": "query",
            "allowReserved": true,
            "description": "id of the operation (back-fill) that made the runs",
            "schema": {
              "type": "string",
              "maxLength": 100
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 500,
              "default": 30
            }
          },
          {
            "name": "before",
            "in": "query",
            "allowReserved": true,
            "description": "RFC 3339: runs that started before",
            "schema": {
              "type": "string",
              "format": "date-time"
            }
          },
          {
            "$ref": "#/components/parameters/ifNoneMatch"
          }
        ],
        "responses": {
          "200": {
            "description": "The runs.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RunPage"
                }
              }
            }
          },
          "304": {
            "description": "Unchanged."
          }
        }
      }
    },
    "/v1/runs/{id}": {
      "get": {
        "operationId": "getRun",
        "summary": "One run with the definition it had, its evidence, changes of verdict and kept log lines.",
        "parameters": [
          {
            "$ref": "#/components/parameters/id"
          }
        ],
        "responses": {
          "200": {
            "description": "The run.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RunDetail"
                }
              }
            }
          }
        }
      }
    },
    "/v1/summary": {
      "get": {
        "operationId": "getSummary",
        "summary": "Counts by health and the rolled-up verdict of an entity, a product, a domain, or of all that the caller may see.",
        "parameters": [
          {
            "$ref": "#/components/parameters/entityRef"
          },
          {
            "$ref": "#/components/parameters/domainRef"
          },
          {
            "$ref": "#/components/parameters/productRef"
          },
          {
            "$ref": "#/components/parameters/ifNoneMatch"
          }
        ],
        "responses": {
          "200": {
            "description": "The summary.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Summary"
                }
              }
            }
          },
          "304": {
            "description": "Unchanged."
          }
        }
      }
    },
    "/v1/jobs/{namespace}/{name}": {
      "get": {
        "operationId": "getJob",
        "summary": "Verdict of a job (Component), from its definition, schedule and last runs, and what the caller may do with it.",
        "parameters": [
          {
            "name": "namespace",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "name",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "$ref": "#/components/parameters/ifNoneMatch"
          }
        ],
        "responses": {
          "200": {
            "description": "The job.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Job"
                }
              }
            }
          },
          "304": {
            "description": "Unchanged."
          }
        }
      }
    },
    "/v1/domains": {
      "get": {
        "operationId": "listDomains",
        "summary": "Data domains of which the viewer may see something, by name; what a filter offers.",
        "parameters": [
          {
            "name": "q",
            "in": "query",
            "allowReserved": true,
            "description": "text in the name or title of a domain",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 200,
              "default": 50
            }
          },
          {
            "$ref": "#/components/parameters/ifNoneMatch"
          }
        ],
        "responses": {
          "200": {
            "description": "The first of them.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DomainPage"
                }
              }
            }
          },
          "304": {
            "description": "Unchanged."
          }
        }
      }
    },
    "/v1/domains/{namespace}/{name}": {
      "get": {
        "operationId": "getDomain",
        "summary": "Where a domain lives (cluster, namespaces), its quota in numbers and its roles.",
        "parameters": [
          {
            "name": "namespace",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "name",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "$ref": "#/components/parameters/ifNoneMatch"
          }
        ],
        "responses": {
          "200": {
            "description": "The domain.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DomainDetail"
                }
              }
            }
          },
          "304": {
            "description": "Unchanged."
          }
        }
      }
    },
    "/v1/adoption": {
      "get": {
        "operationId": "listAdoption",
        "summary": "What runs on the clusters and belongs to no domain or job of the portal yet, with how it can be adopted.",
        "parameters": [
          {
            "$ref": "#/components/parameters/domainRef"
          },
          {
            "name": "source",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 253
            }
          },
          {
            "name": "namespace",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 253
            }
          },
          {
            "name": "q",
            "in": "query",
            "allowReserved": true,
            "description": "text in the name of a namespace or job",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "limit",
            "in": "query",
            "description": "of jobs; 0 asks for their number alone",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "maximum": 500,
              "default": 100
            }
          },
          {
            "name": "offset",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "default": 0
            }
          },
          {
            "$ref": "#/components/parameters/ifNoneMatch"
          }
        ],
        "responses": {
          "200": {
            "description": "What is not adopted.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AdoptionPage"
                }
              }
            }
          },
          "304": {
            "description": "Unchanged."
          }
        }
      }
    },
    "/v1/notebook-servers": {
      "get": {
        "operationId": "listNotebookServers",
        "summary": "Notebook servers of both generations that the caller may see, with how long they have been idle and what they hold.",
        "parameters": [
          {
            "$ref": "#/components/parameters/domainRef"
          },
          {
            "name": "ownerRef",
            "in": "query",
            "allowReserved": true,
            "description": "owner of the server, an entity ref",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "mine",
            "in": "query",
            "description": "only those of the caller or of a group of the caller",
            "schema": {
              "type": "boolean",
              "default": false
            }
          },
          {
            "name": "source",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 253
            }
          },
          {
            "name": "q",
            "in": "query",
            "allowReserved": true,
            "description": "text in name, namespace, owner, image or sentence",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "state",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/NotebookState"
            }
          },
          {
            "name": "sort",
            "in": "query",
            "description": "idle: longest idle first; gpu: most GPUs first, then longest idle; cost: dearest first (resource-hours without a price table)",
            "schema": {
              "type": "string",
              "enum": [
                "idle",
                "gpu",
                "name",
                "cost"
              ],
              "default": "name"
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 500,
              "default": 50
            }
          },
          {
            "name": "offset",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "default": 0
            }
          },
          {
            "$ref": "#/components/parameters/ifNoneMatch"
          }
        ],
        "responses": {
          "200": {
            "description": "One page.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/NotebookServerPage"
                }
              }
            }
          },
          "304": {
            "description": "Nothing has changed since the ETag that was sent."
          }
        }
      }
    },
    "/v1/notebook-servers/{namespace}/{name}": {
      "get": {
        "operationId": "getNotebookServer",
        "summary": "One notebook server by the catalog namespace and name of its Resource entity.",
        "parameters": [
          {
            "name": "namespace",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "name",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "$ref": "#/components/parameters/ifNoneMatch"
          }
        ],
        "responses": {
          "200": {
            "description": "The notebook server.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/NotebookServerDetail"
                }
              }
            }
          },
          "304": {
            "description": "Unchanged."
          }
        }
      }
    },
    "/v1/notebook-options": {
      "get": {
        "operationId": "getNotebookOptions",
        "summary": "What a form for a notebook server may offer in a domain. A part that cannot be read is named in problems; the rest stands.",
        "parameters": [
          {
            "name": "domainRef",
            "in": "query",
            "required": true,
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "source",
            "in": "query",
            "allowReserved": true,
            "description": "cluster; default the one of the domain",
            "schema": {
              "type": "string",
              "maxLength": 253
            }
          },
          {
            "name": "namespace",
            "in": "query",
            "allowReserved": true,
            "description": "default the first namespace of the domain",
            "schema": {
              "type": "string",
              "maxLength": 253
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The options.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/NotebookOptions"
                }
              }
            }
          }
        }
      }
    },
    "/v1/sources": {
      "get": {
        "operationId": "listSources",
        "summary": "Where live objects come from, and the state of each.",
        "responses": {
          "200": {
            "description": "The sources.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Source"
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    },
    "/v1/presets": {
      "get": {
        "operationId": "listPresets",
        "summary": "What templates may offer (clusters to create in, quota presets with their numbers, Spark versions and images, the example application).",
        "responses": {
          "200": {
            "description": "The presets.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Presets"
                }
              }
            }
          }
        }
      }
    },
    "/v1/stream": {
      "get": {
        "operationId": "stream",
        "summary": "Server-sent events of changes that the caller may see. Resume with Last-Event-ID.",
        "parameters": [
          {
            "name": "Last-Event-ID",
            "in": "header",
            "schema": {
              "type": "string",
              "maxLength": 40
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The stream.",
            "content": {
              "text/event-stream": {
                "schema": {
                  "type": "string"
                }
              }
            }
          }
        }
      }
    },
    "/v1/operations/plan": {
      "post": {
        "operationId": "planOperation",
        "summary": "What an operation would do, checked by preflight and the cluster's dry run. Changes nothing.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/OperationRequest"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The plan.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Plan"
                }
              }
            }
          }
        }
      }
    },
    "/v1/operations": {
      "get": {
        "operationId": "listOperations",
        "summary": "Who did what. Newest first. Everybody sees what they did, and what others did to what they own; the rest takes a permission.",
        "parameters": [
          {
            "$ref": "#/components/parameters/entityRef"
          },
          {
            "$ref": "#/components/parameters/productRef"
          },
          {
            "$ref": "#/components/parameters/domainRef"
          },
          {
            "name": "actor",
            "in": "query",
            "allowReserved": true,
            "description": "entity ref of the person",
            "schema": {
              "type": "string",
              "maxLength": 320
            }
          },
          {
            "name": "operation",
            "in": "query",
            "allowReserved": true,
            "description": "id of the operation, for example spark-job:run; several separated by commas",
            "schema": {
              "type": "string",
              "maxLength": 400
            }
          },
          {
            "name": "state",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "open",
                "done",
                "failed",
                "cancelled"
              ]
            },
            "description": "open: accepted or running"
          },
          {
            "name": "before",
            "in": "query",
            "allowReserved": true,
            "description": "nextBefore of the page before",
            "schema": {
              "type": "string",
              "format": "date-time"
            }
          },
          {
            "name": "q",
            "in": "query",
            "description": "text in title, person, entity, operation or id",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 200,
              "default": 50
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The operations.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Operation"
                      }
                    },
                    "nextBefore": {
                      "type": "string",
                      "format": "date-time",
                      "description": "absent on the last page"
                    },
                    "everyone": {
                      "type": "boolean",
                      "description": "false: only what the caller did and what was done to what the caller owns"
                    }
                  }
                }
              }
            }
          }
        }
      },
      "post": {
        "operationId": "startOperation",
        "summary": "Accepts an operation once (by idempotencyKey) and executes it as the caller.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/OperationRequest"
              }
            }
          }
        },
        "responses": {
          "202": {
            "description": "Accepted.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Operation"
                }
              }
            }
          }
        }
      }
    },
    "/v1/operations/{id}": {
      "get": {
        "operationId": "getOperation",
        "summary": "One operation with the state of its steps.",
        "parameters": [
          {
            "$ref": "#/components/parameters/id"
          },
          {
            "name": "wait",
            "in": "query",
            "description": "seconds to wait for the end",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "maximum": 25,
              "default": 0
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The operation.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Operation"
                }
              }
            }
          }
        }
      }
    },
    "/v1/approvals": {
      "get": {
        "operationId": "listApprovals",
        "summary": "Requests for approval that the caller may see, newest first. Closed ones are kept for as long as operations are.",
        "parameters": [
          {
            "name": "role",
            "in": "query",
            "description": "requested: asked by the caller; toReview: the caller may decide and did not ask; all: also what the caller may merely see",
            "schema": {
              "type": "string",
              "enum": [
                "requested",
                "toReview",
                "all"
              ],
              "default": "all"
            }
          },
          {
            "name": "state",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/ApprovalState"
            }
          },
          {
            "$ref": "#/components/parameters/entityRef"
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 100,
              "default": 25
            }
          },
          {
            "name": "offset",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "maximum": 10000,
              "default": 0
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The requests.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ApprovalPage"
                }
              }
            }
          }
        }
      },
      "post": {
        "operationId": "requestApproval",
        "summary": "Asks the approvers to allow an operation. Asked again for the same thing, it is the same request.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "request"
                ],
                "properties": {
                  "request": {
                    "$ref": "#/components/schemas/OperationRequest"
                  },
                  "comment": {
                    "$ref": "#/components/schemas/ApprovalText"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The request, new or as it stands.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Approval"
                }
              }
            }
          }
        }
      }
    },
    "/v1/approvals/{id}": {
      "get": {
        "operationId": "getApproval",
        "summary": "One request with its comments.",
        "parameters": [
          {
            "$ref": "#/components/parameters/id"
          }
        ],
        "responses": {
          "200": {
            "description": "The request.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Approval"
                }
              }
            }
          }
        }
      }
    },
    "/v1/approvals/{id}/comments": {
      "post": {
        "operationId": "commentApproval",
        "summary": "Says something to everyone who takes part.",
        "parameters": [
          {
            "$ref": "#/components/parameters/id"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "text"
                ],
                "properties": {
                  "text": {
                    "$ref": "#/components/schemas/ApprovalText"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The request with the comment.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Approval"
                }
              }
            }
          }
        }
      }
    },
    "/v1/approvals/{id}/decision": {
      "post": {
        "operationId": "decideApproval",
        "summary": "Approves or rejects, once. Of two at the same moment one wins, and the other is told.",
        "parameters": [
          {
            "$ref": "#/components/parameters/id"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "decision"
                ],
                "properties": {
                  "decision": {
                    "type": "string",
                    "enum": [
                      "approve",
                      "reject"
                    ]
                  },
                  "comment": {
                    "$ref": "#/components/schemas/ApprovalText"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The request as it was decided.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Approval"
                }
              }
            }
          }
        }
      }
    },
    "/v1/approvals/{id}/withdraw": {
      "post": {
        "operationId": "withdrawApproval",
        "summary": "Takes the request back, while it is open or approved and not carried out. By who asked alone.",
        "parameters": [
          {
            "$ref": "#/components/parameters/id"
          }
        ],
        "responses": {
          "200": {
            "description": "The request as it stands.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Approval"
                }
              }
            }
          }
        }
      }
    },
    "/v1/catalog-entities": {
      "get": {
        "operationId": "listCatalogEntities",
        "summary": "Long poll of registered entities by sequence, for the catalog's provider alone.",
        "parameters": [
          {
            "name": "after",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "default": 0
            }
          },
          {
            "name": "wait",
            "in": "query",
            "description": "seconds",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "maximum": 25,
              "default": 0
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 1000,
              "default": 500
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Changes in order.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CatalogEntityPage"
                }
              }
            }
          }
        }
      }
    },
    "/v1/lakefs/repositories": {
      "get": {
        "operationId": "listLakefsRepositories",
        "tags": [
          "lakefs"
        ],
        "summary": "Repositories that the caller may see, by name; with entityRef the one of an entity.",
        "parameters": [
          {
            "$ref": "#/components/parameters/entityRef"
          },
          {
            "$ref": "#/components/parameters/domainRef"
          },
          {
            "$ref": "#/components/parameters/productRef"
          }
        ],
        "responses": {
          "200": {
            "description": "All of them.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/LakefsRepositoryPage"
                }
              }
            }
          }
        }
      }
    },
    "/v1/lakefs/branches": {
      "get": {
        "operationId": "listLakefsBranches",
        "tags": [
          "lakefs"
        ],
        "summary": "Branches that the caller may see, filtered, sorted and paged. A read of the index, no server is asked.",
        "parameters": [
          {
            "$ref": "#/components/parameters/entityRef"
          },
          {
            "$ref": "#/components/parameters/domainRef"
          },
          {
            "$ref": "#/components/parameters/productRef"
          },
          {
            "name": "source",
            "in": "query",
            "allowReserved": true,
            "description": "server, as configured",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "repository",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "name",
            "in": "query",
            "allowReserved": true,
            "description": "exactly this branch",
            "schema": {
              "type": "string",
              "maxLength": 1000
            }
          },
          {
            "name": "q",
            "in": "query",
            "allowReserved": true,
            "description": "text in name or purpose",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "owner",
            "in": "query",
            "allowReserved": true,
            "description": "entity refs, comma separated",
            "schema": {
              "type": "string",
              "maxLength": 2000
            }
          },
          {
            "name": "health",
            "in": "query",
            "allowReserved": true,
            "description": "comma separated",
            "schema": {
              "type": "string",
              "maxLength": 100
            }
          },
          {
            "name": "reason",
            "in": "query",
            "allowReserved": true,
            "description": "reasons of the verdict, comma separated",
            "schema": {
              "type": "string",
              "maxLength": 500
            }
          },
          {
            "name": "protected",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "yes",
                "no"
              ]
            }
          },
          {
            "name": "expiresWithinHours",
            "in": "query",
            "description": "those that expire within so many hours, and those that have; 0 for the latter alone",
            "schema": {
              "type": "number",
              "minimum": 0,
              "maximum": 87600
            }
          },
          {
            "name": "sort",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "severity",
                "name",
                "lastCommit",
                "expires",
                "behind"
              ],
              "default": "severity"
            }
          },
          {
            "name": "order",
            "in": "query",
            "description": "asc puts on top what a person looks for: the worst, the first letter, the newest commit, what expires next, the farthest behind",
            "schema": {
              "type": "string",
              "enum": [
                "asc",
                "desc"
              ],
              "default": "asc"
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 200,
              "default": 50
            }
          },
          {
            "name": "offset",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "maximum": 100000,
              "default": 0
            }
          },
          {
            "$ref": "#/components/parameters/ifNoneMatch"
          }
        ],
        "responses": {
          "200": {
            "description": "One page.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/LakefsBranchPage"
                }
              }
            }
          },
          "304": {
            "description": "Nothing has changed since the ETag that was sent."
          }
        }
      }
    },
    "/v1/lakefs/branches/{id}": {
      "get": {
        "operationId": "getLakefsBranch",
        "tags": [
          "lakefs"
        ],
        "summary": "One branch with its verdict, the evidence, and what can be done with it. A read of the index.",
        "parameters": [
          {
            "$ref": "#/components/parameters/id"
          }
        ],
        "responses": {
          "200": {
            "description": "The branch.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/LakefsBranchDetail"
                }
              }
            }
          }
        }
      }
    },
    "/v1/lakefs/branches/{id}/runs": {
      "get": {
        "operationId": "listLakefsBranchRuns",
        "tags": [
          "lakefs"
        ],
        "summary": "Runs that were started on a branch, newest first, those whose object is gone as well.",
        "parameters": [
          {
            "$ref": "#/components/parameters/id"
          },
          {
            "name": "before",
            "in": "query",
            "description": "runs that started before",
            "schema": {
              "type": "string",
              "format": "date-time"
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 500,
              "default": 30
            }
          }
        ],
        "responses": {
          "200": {
            "description": "One page.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RunPage"
                }
              }
            }
          }
        }
      }
    },
    "/v1/lakefs/history": {
      "get": {
        "operationId": "getLakefsHistory",
        "tags": [
          "lakefs"
        ],
        "summary": "Who changed the data that counts, newest first. What was merged into, committed to and reverted on the default and the protected branches, also without the portal. Read from the server.",
        "parameters": [
          {
            "$ref": "#/components/parameters/entityRef"
          },
          {
            "$ref": "#/components/parameters/productRef"
          },
          {
            "$ref": "#/components/parameters/domainRef"
          },
          {
            "name": "days",
            "in": "query",
            "description": "how far back",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 365,
              "default": 30
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 200,
              "default": 50
            }
          }
        ],
        "responses": {
          "200": {
            "description": "What was changed.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/LakefsHistory"
                }
              }
            }
          }
        }
      }
    },
    "/v1/lakefs/repositories/{source}/{repository}/refs": {
      "get": {
        "operationId": "searchLakefsRefs",
        "tags": [
          "lakefs"
        ],
        "summary": "Branches, tags and deleted branches to choose from; with q those that begin with it.",
        "parameters": [
          {
            "$ref": "#/components/parameters/lakefsSource"
          },
          {
            "$ref": "#/components/parameters/lakefsRepository"
          },
          {
            "name": "q",
            "in": "query",
            "allowReserved": true,
            "description": "how the name begins; of branches also what it contains, listed after those",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "limit",
            "in": "query",
            "description": "of each sort",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 200,
              "default": 100
            }
          },
          {
            "name": "after",
            "in": "query",
            "allowReserved": true,
            "description": "nextTag of the page before",
            "schema": {
              "type": "string",
              "maxLength": 1000
            }
          }
        ],
        "responses": {
          "200": {
            "description": "What was found.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/LakefsRefs"
                }
              }
            }
          }
        }
      }
    },
    "/v1/lakefs/repositories/{source}/{repository}/deleted": {
      "get": {
        "operationId": "listDeletedLakefsBranches",
        "tags": [
          "lakefs"
        ],
        "summary": "Deleted branches that can be restored, the latest first, from the portal's own record.",
        "parameters": [
          {
            "$ref": "#/components/parameters/lakefsSource"
          },
          {
            "$ref": "#/components/parameters/lakefsRepository"
          },
          {
            "name": "q",
            "in": "query",
            "allowReserved": true,
            "description": "text in the name",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 200,
              "default": 50
            }
          },
          {
            "name": "offset",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "maximum": 100000,
              "default": 0
            }
          }
        ],
        "responses": {
          "200": {
            "description": "One page.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/LakefsDeletedBranchPage"
                }
              }
            }
          }
        }
      }
    },
    "/v1/lakefs/repositories/{source}/{repository}/diff": {
      "get": {
        "operationId": "getLakefsDiff",
        "tags": [
          "lakefs"
        ],
        "summary": "A page of what differs between two refs, grouped by table. Read from the server.",
        "parameters": [
          {
            "$ref": "#/components/parameters/lakefsSource"
          },
          {
            "$ref": "#/components/parameters/lakefsRepository"
          },
          {
            "$ref": "#/components/parameters/lakefsLeft"
          },
          {
            "$ref": "#/components/parameters/lakefsRight"
          },
          {
            "$ref": "#/components/parameters/lakefsDiffType"
          },
          {
            "$ref": "#/components/parameters/lakefsPrefix"
          },
          {
            "$ref": "#/components/parameters/lakefsDelimiter"
          },
          {
            "$ref": "#/components/parameters/lakefsAfter"
          },
          {
            "$ref": "#/components/parameters/lakefsLimit"
          }
        ],
        "responses": {
          "200": {
            "description": "One page.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/LakefsDiffPage"
                }
              }
            }
          }
        }
      }
    },
    "/v1/lakefs/repositories/{source}/{repository}/diff-groups": {
      "get": {
        "operationId": "getLakefsDiffGroups",
        "tags": [
          "lakefs"
        ],
        "summary": "The tables that differ between two refs, with counts and sizes; of a big difference at least that many.",
        "parameters": [
          {
            "$ref": "#/components/parameters/lakefsSource"
          },
          {
            "$ref": "#/components/parameters/lakefsRepository"
          },
          {
            "$ref": "#/components/parameters/lakefsLeft"
          },
          {
            "$ref": "#/components/parameters/lakefsRight"
          },
          {
            "$ref": "#/components/parameters/lakefsDiffType"
          },
          {
            "$ref": "#/components/parameters/lakefsPrefix"
          },
          {
            "$ref": "#/components/parameters/lakefsAfter"
          }
        ],
        "responses": {
          "200": {
            "description": "The tables.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/LakefsDiffGroups"
                }
              }
            }
          }
        }
      }
    },
    "/v1/lakefs/repositories/{source}/{repository}/uncommitted": {
      "get": {
        "operationId": "getLakefsUncommitted",
        "tags": [
          "lakefs"
        ],
        "summary": "A page of what lies on a branch without being committed, grouped by table. Read from the server.",
        "parameters": [
          {
            "$ref": "#/components/parameters/lakefsSource"
          },
          {
            "$ref": "#/components/parameters/lakefsRepository"
          },
          {
            "name": "branch",
            "in": "query",
            "required": true,
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 1000
            }
          },
          {
            "$ref": "#/components/parameters/lakefsPrefix"
          },
          {
            "$ref": "#/components/parameters/lakefsDelimiter"
          },
          {
            "$ref": "#/components/parameters/lakefsAfter"
          },
          {
            "$ref": "#/components/parameters/lakefsLimit"
          }
        ],
        "responses": {
          "200": {
            "description": "One page.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/LakefsDiffPage"
                }
              }
            }
          }
        }
      }
    },
    "/v1/lakefs/repositories/{source}/{repository}/conflicts": {
      "get": {
        "operationId": "getLakefsConflicts",
        "tags": [
          "lakefs"
        ],
        "summary": "Objects that both sides of a merge have changed, with what each did. Read from the server.",
        "parameters": [
          {
            "$ref": "#/components/parameters/lakefsSource"
          },
          {
            "$ref": "#/components/parameters/lakefsRepository"
          },
          {
            "name": "source",
            "in": "query",
            "required": true,
            "allowReserved": true,
            "description": "ref that is merged",
            "schema": {
              "type": "string",
              "maxLength": 1000
            }
          },
          {
            "name": "destination",
            "in": "query",
            "required": true,
            "allowReserved": true,
            "description": "ref that it is merged into",
            "schema": {
              "type": "string",
              "maxLength": 1000
            }
          },
          {
            "$ref": "#/components/parameters/lakefsAfter"
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 200,
              "default": 50
            }
          }
        ],
        "responses": {
          "200": {
            "description": "One page.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/LakefsConflictPage"
                }
              }
            }
          }
        }
      }
    },
    "/v1/lakefs/repositories/{source}/{repository}/commits": {
      "get": {
        "operationId": "listLakefsCommits",
        "tags": [
          "lakefs"
        ],
        "summary": "The log of a ref, newest first, with who did it in the portal. Read from the server.",
        "parameters": [
          {
            "$ref": "#/components/parameters/lakefsSource"
          },
          {
            "$ref": "#/components/parameters/lakefsRepository"
          },
          {
            "name": "ref",
            "in": "query",
            "required": true,
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 1000
            }
          },
          {
            "name": "path",
            "in": "query",
            "allowReserved": true,
            "description": "commits that changed this object alone",
            "schema": {
              "type": "string",
              "maxLength": 1024
            }
          },
          {
            "name": "after",
            "in": "query",
            "description": "next of the page before",
            "schema": {
              "type": "string",
              "maxLength": 64
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 200,
              "default": 50
            }
          }
        ],
        "responses": {
          "200": {
            "description": "One page.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/LakefsCommitPage"
                }
              }
            }
          }
        }
      }
    },
    "/v1/lakefs/repositories/{source}/{repository}/checks": {
      "get": {
        "operationId": "listLakefsChecks",
        "tags": [
          "lakefs"
        ],
        "summary": "Runs of actions, newest first. Read from the server.",
        "parameters": [
          {
            "$ref": "#/components/parameters/lakefsSource"
          },
          {
            "$ref": "#/components/parameters/lakefsRepository"
          },
          {
            "name": "branch",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 1000
            }
          },
          {
            "name": "commit",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 64
            }
          },
          {
            "name": "after",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 100,
              "default": 20
            }
          }
        ],
        "responses": {
          "200": {
            "description": "One page.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/LakefsCheckPage"
                }
              }
            }
          }
        }
      }
    },
    "/v1/lakefs/repositories/{source}/{repository}/checks/{run}": {
      "get": {
        "operationId": "getLakefsCheckRun",
        "tags": [
          "lakefs"
        ],
        "summary": "The hooks of one run of an action, with what they said. Read from the server.",
        "parameters": [
          {
            "$ref": "#/components/parameters/lakefsSource"
          },
          {
            "$ref": "#/components/parameters/lakefsRepository"
          },
          {
            "name": "run",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The run.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/LakefsCheckRun"
                }
              }
            }
          }
        }
      }
    },
    "/v1/lakefs/repositories/{source}/{repository}/objects": {
      "get": {
        "operationId": "listLakefsObjects",
        "tags": [
          "lakefs"
        ],
        "summary": "A folder of a ref. Read from the server.",
        "parameters": [
          {
            "$ref": "#/components/parameters/lakefsSource"
          },
          {
            "$ref": "#/components/parameters/lakefsRepository"
          },
          {
            "name": "ref",
            "in": "query",
            "required": true,
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 1000
            }
          },
          {
            "$ref": "#/components/parameters/lakefsPrefix"
          },
          {
            "$ref": "#/components/parameters/lakefsAfter"
          },
          {
            "$ref": "#/components/parameters/lakefsLimit"
          }
        ],
        "responses": {
          "200": {
            "description": "One page.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/LakefsObjectPage"
                }
              }
            }
          }
        }
      }
    },
    "/v1/lakefs/repositories/{source}/{repository}/preview": {
      "get": {
        "operationId": "previewLakefsObject",
        "tags": [
          "lakefs"
        ],
        "summary": "The beginning of an object of text, as JSON and never as a page. Read from the server.",
        "parameters": [
          {
            "$ref": "#/components/parameters/lakefsSource"
          },
          {
            "$ref": "#/components/parameters/lakefsRepository"
          },
          {
            "name": "ref",
            "in": "query",
            "required": true,
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 1000
            }
          },
          {
            "name": "path",
            "in": "query",
            "required": true,
            "allowReserved": true,
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 1024
            }
          }
        ],
        "responses": {
          "200": {
            "description": "What can be seen of it.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/LakefsPreview"
                }
              }
            }
          }
        }
      }
    },
    "/v1/lakefs/webhook/{server}": {
      "post": {
        "operationId": "tellLakefsChange",
        "tags": [
          "lakefs"
        ],
        "summary": "An action of lakeFS tells that something happened; checked by the header x-millrace-secret. Of the body only repository_id is read.",
        "parameters": [
          {
            "name": "server",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          }
        ],
        "requestBody": {
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "additionalProperties": true
              }
            }
          }
        },
        "responses": {
          "202": {
            "description": "It is looked at soon.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "accepted"
                  ],
                  "properties": {
                    "accepted": {
                      "type": "boolean"
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  },
  "components": {
    "parameters": {
      "id": {
        "name": "id",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "maxLength": 300
        }
      },
      "entityRef": {
        "name": "entityRef",
        "in": "query",
        "allowReserved": true,
        "schema": {
          "type": "string",
          "maxLength": 200
        }
      },
      "domainRef": {
        "name": "domainRef",
        "in": "query",
        "allowReserved": true,
        "schema": {
          "type": "string",
          "maxLength": 200
        }
      },
      "productRef": {
        "name": "productRef",
        "in": "query",
        "allowReserved": true,
        "schema": {
          "type": "string",
          "maxLength": 200
        }
      },
      "ifNoneMatch": {
        "name": "If-None-Match",
        "in": "header",
        "schema": {
          "type": "string",
          "maxLength": 100
        }
      },
      "lakefsSource": {
        "name": "source",
        "in": "path",
        "required": true,
        "description": "server, as configured",
        "schema": {
          "type": "string",
          "maxLength": 200
        }
      },
      "lakefsRepository": {
        "name": "repository",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "maxLength": 200
        }
      },
      "lakefsLeft": {
        "name": "left",
        "in": "query",
        "required": true,
        "allowReserved": true,
        "description": "ref that is compared with: the destination of a merge",
        "schema": {
          "type": "string",
          "maxLength": 1000
        }
      },
      "lakefsRight": {
        "name": "right",
        "in": "query",
        "required": true,
        "allowReserved": true,
        "description": "ref whose changes are told: the source of a merge",
        "schema": {
          "type": "string",
          "maxLength": 1000
        }
      },
      "lakefsDiffType": {
        "name": "type",
        "in": "query",
        "description": "three_dot: what right changed since it parted from left, conflicts marked. two_dot: how they differ",
        "schema": {
          "type": "string",
          "enum": [
            "two_dot",
            "three_dot"
          ],
          "default": "three_dot"
        }
      },
      "lakefsPrefix": {
        "name": "prefix",
        "in": "query",
        "allowReserved": true,
        "schema": {
          "type": "string",
          "maxLength": 1024
        }
      },
      "lakefsDelimiter": {
        "name": "delimiter",
        "in": "query",
        "allowReserved": true,
        "description": "folds at it, for a tree",
        "schema": {
          "type": "string",
          "enum": [
            "/"
          ]
        }
      },
      "lakefsAfter": {
        "name": "after",
        "in": "query",
        "allowReserved": true,
        "description": "next of the page before",
        "schema": {
          "type": "string",
          "maxLength": 1100
        }
      },
      "lakefsLimit": {
        "name": "limit",
        "in": "query",
        "schema": {
          "type": "integer",
          "minimum": 1,
          "maximum": 1000,
          "default": 200
        }
      }
    },
    "schemas": {
      "Health": {
        "type": "string",
        "enum": [
          "healthy",
          "suspended",
          "progressing",
          "unknown",
          "degraded",
          "failed"
        ],
        "description": "How it is now, in order of severity."
      },
      "Outcome": {
        "type": "string",
        "enum": [
          "succeeded",
          "failed",
          "cancelled"
        ],
        "description": "How a run ended."
      },
      "Nature": {
        "type": "string",
        "enum": [
          "run",
          "schedule",
          "service",
          "workbench",
          "dataset",
          "branch",
          "capacity",
          "guardrail"
        ]
      },
      "Evidence": {
        "type": "object",
        "required": [
          "kind",
          "subject",
          "message"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "object",
              "pod",
              "event",
              "quota",
              "limit-range",
              "log",
              "history",
              "source"
            ]
          },
          "subject": {
            "type": "string",
            "description": "what was looked at, for example pod orders-daily-driver"
          },
          "reason": {
            "type": "string",
            "description": "raw reason as the cluster gives it"
          },
          "message": {
            "type": "string"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "Remedy": {
        "type": "object",
        "required": [
          "text"
        ],
        "properties": {
          "text": {
            "type": "string",
            "description": "one imperative sentence"
          },
          "operation": {
            "type": "string",
            "description": "id of the operation that does it"
          }
        }
      },
      "AssessmentSummary": {
        "type": "object",
        "required": [
          "health",
          "reason",
          "message"
        ],
        "properties": {
          "health": {
            "$ref": "#/components/schemas/Health"
          },
          "outcome": {
            "$ref": "#/components/schemas/Outcome"
          },
          "reason": {
            "type": "string",
            "description": "short, CamelCase, stable"
          },
          "message": {
            "type": "string",
            "description": "one sentence: what and why"
          },
          "nextStep": {
            "type": "string",
            "description": "one sentence: what to do"
          },
          "since": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "Assessment": {
        "allOf": [
          {
            "$ref": "#/components/schemas/AssessmentSummary"
          },
          {
            "type": "object",
            "required": [
              "evidence",
              "remedies"
            ],
            "properties": {
              "evidence": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/Evidence"
                }
              },
              "remedies": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/Remedy"
                }
              }
            }
          }
        ]
      },
      "Fact": {
        "type": "object",
        "required": [
          "key",
          "label",
          "value"
        ],
        "properties": {
          "key": {
            "type": "string"
          },
          "label": {
            "type": "string"
          },
          "value": {
            "type": "string"
          },
          "warning": {
            "type": "boolean"
          }
        }
      },
      "ResourceLink": {
        "type": "object",
        "required": [
          "title",
          "url"
        ],
        "properties": {
          "title": {
            "type": "string"
          },
          "url": {
            "type": "string",
            "format": "uri"
          }
        }
      },
      "Staleness": {
        "type": "object",
        "required": [
          "since",
          "message"
        ],
        "properties": {
          "since": {
            "type": "string",
            "format": "date-time",
            "description": "time of the last state that is known to be true"
          },
          "message": {
            "type": "string"
          }
        }
      },
      "OperationAvailability": {
        "type": "object",
        "required": [
          "id",
          "title",
          "available"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "available": {
            "type": "boolean"
          },
          "reason": {
            "type": "string",
            "description": "why it is not available"
          },
          "resourceId": {
            "type": "string",
            "description": "the live object that it acts on; absent when it acts on the entity"
          },
          "destructive": {
            "type": "boolean"
          },
          "confirmation": {
            "type": "string",
            "description": "what the person is asked before"
          }
        }
      },
      "PlatformResource": {
        "type": "object",
        "required": [
          "id",
          "version",
          "source",
          "group",
          "apiVersion",
          "kind",
          "nature",
          "name",
          "uid",
          "createdAt",
          "assessment",
          "facts",
          "claim"
        ],
        "properties": {
          "id": {
            "type": "string",
            "description": "opaque and stable for the life of the object"
          },
          "version": {
            "type": "integer",
            "description": "version of the index at its last change"
          },
          "source": {
            "type": "string"
          },
          "group": {
            "type": "string"
          },
          "apiVersion": {
            "type": "string"
          },
          "kind": {
            "type": "string"
          },
          "nature": {
            "$ref": "#/components/schemas/Nature"
          },
          "namespace": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "uid": {
            "type": "string"
          },
          "createdAt": {
            "type": "string",
            "format": "date-time"
          },
          "startedAt": {
            "type": "string",
            "format": "date-time"
          },
          "finishedAt": {
            "type": "string",
            "format": "date-time"
          },
          "deletingSince": {
            "type": "string",
            "format": "date-time"
          },
          "parentUid": {
            "type": "string",
            "description": "uid of the owner, for example the schedule"
          },
          "entityRef": {
            "type": "string",
            "description": "the Component or Resource it belongs to"
          },
          "productRef": {
            "type": "string"
          },
          "domainRef": {
            "type": "string"
          },
          "ownerRef": {
            "type": "string"
          },
          "domainOwnerRef": {
            "type": "string",
            "description": "owner of the domain, where what lives in it has an owner of its own: may do what that one may"
          },
          "claim": {
            "type": "string",
            "enum": [
              "verified",
              "unverified",
              "none"
            ],
            "description": "unverified: it claims an entity whose domain does not own its namespace"
          },
          "claimedEntityRef": {
            "type": "string"
          },
          "superseded": {
            "type": "boolean",
            "description": "a run that has ended, and a newer one of the same job says how things are: history, not present trouble"
          },
          "assessment": {
            "$ref": "#/components/schemas/AssessmentSummary"
          },
          "facts": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Fact"
            }
          },
          "stale": {
            "$ref": "#/components/schemas/Staleness"
          }
        }
      },
      "PodSummary": {
        "type": "object",
        "required": [
          "name",
          "role",
          "phase"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "role": {
            "type": "string",
            "description": "driver, executor, ..."
          },
          "phase": {
            "type": "string"
          },
          "reason": {
            "type": "string"
          },
          "message": {
            "type": "string"
          },
          "exitCode": {
            "type": "integer"
          },
          "restarts": {
            "type": "integer"
          },
          "node": {
            "type": "string"
          },
          "createdAt": {
            "type": "string",
            "format": "date-time"
          },
          "startedAt": {
            "type": "string",
            "format": "date-time"
          },
          "finishedAt": {
            "type": "string",
            "format": "date-time"
          },
          "containers": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "gone": {
            "type": "boolean",
            "description": "the pod is no longer there; this is what was seen last"
          },
          "links": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ResourceLink"
            },
            "description": "its log in a log store, where a pattern is configured"
          }
        }
      },
      "ResourceEvent": {
        "type": "object",
        "required": [
          "type",
          "reason",
          "message",
          "count",
          "subject"
        ],
        "properties": {
          "type": {
            "type": "string"
          },
          "reason": {
            "type": "string"
          },
          "message": {
            "type": "string"
          },
          "count": {
            "type": "integer"
          },
          "subject": {
            "type": "string"
          },
          "firstAt": {
            "type": "string",
            "format": "date-time"
          },
          "lastAt": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "ResourceDetail": {
        "allOf": [
          {
            "$ref": "#/components/schemas/PlatformResource"
          },
          {
            "type": "object",
            "required": [
              "assessment",
              "links",
              "pods",
              "events",
              "operations",
              "timeline"
            ],
            "properties": {
              "assessment": {
                "$ref": "#/components/schemas/Assessment"
              },
              "links": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/ResourceLink"
                }
              },
              "pods": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/PodSummary"
                }
              },
              "events": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/ResourceEvent"
                }
              },
              "operations": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/OperationAvailability"
                }
              },
              "timeline": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/Moment"
                }
              },
              "runId": {
                "type": "string",
                "description": "id of the current attempt in the history"
              },
              "executors": {
                "$ref": "#/components/schemas/ExecutorUsage"
              },
              "spark": {
                "$ref": "#/components/schemas/SparkNumbers"
              }
            }
          }
        ]
      },
      "ExecutorUsage": {
        "type": "object",
        "description": "Executors over the life of a run, as the portal saw their pods. Points are changes, not samples: between two of them the number stands.",
        "required": [
          "points",
          "peak",
          "executorHours",
          "complete"
        ],
        "properties": {
          "points": {
            "type": "array",
            "description": "oldest first, at most 500 (thinned without losing the peaks)",
            "items": {
              "type": "object",
              "required": [
                "at",
                "running"
              ],
              "properties": {
                "at": {
                  "type": "string",
                  "format": "date-time"
                },
                "running": {
                  "type": "integer",
                  "description": "executors that run"
                },
                "pending": {
                  "type": "integer",
                  "description": "executors whose pods wait"
                },
                "busy": {
                  "type": "integer",
                  "description": "executors with at least one task, where the driver told"
                }
              }
            }
          },
          "peak": {
            "type": "integer"
          },
          "wanted": {
            "type": "object",
            "properties": {
              "min": {
                "type": "integer"
              },
              "max": {
                "type": "integer"
              },
              "instances": {
                "type": "integer"
              },
              "dynamic": {
                "type": "boolean"
              }
            }
          },
          "executorHours": {
            "type": "number",
            "description": "executor pods times hours that they ran"
          },
          "coreHours": {
            "type": "number"
          },
          "memoryGiBHours": {
            "type": "number"
          },
          "gpuHours": {
            "type": "number"
          },
          "idleExecutorHours": {
            "type": "number",
            "description": "executor-hours without a task; only where the driver told of its tasks"
          },
          "idleCost": {
            "type": "object",
            "required": [
              "amount",
              "currency"
            ],
            "description": "where prices are configured",
            "properties": {
              "amount": {
                "type": "number"
              },
              "currency": {
                "type": "string"
              }
            }
          },
          "cost": {
            "type": "object",
            "required": [
              "amount",
              "currency"
            ],
            "description": "where prices are configured",
            "properties": {
              "amount": {
                "type": "number"
              },
              "currency": {
                "type": "string"
              }
            }
          },
          "complete": {
            "type": "boolean",
            "description": "false when the portal did not watch for the whole run: the figures are a lower bound"
          }
        }
      },
      "SparkNumbers": {
        "type": "object",
        "description": "What Spark itself tells of the application: the REST API of its driver, or of a History Server.",
        "required": [
          "at",
          "from",
          "stages",
          "tasks"
        ],
        "properties": {
          "at": {
            "type": "string",
            "format": "date-time",
            "description": "when it was read"
          },
          "from": {
            "type": "string",
            "enum": [
              "driver",
              "history-server"
            ]
          },
          "applicationId": {
            "type": "string"
          },
          "sparkVersion": {
            "type": "string"
          },
          "progress": {
            "type": "number",
            "description": "0 to 1, of the tasks of the jobs that run; absent when none runs"
          },
          "stages": {
            "type": "object",
            "required": [
              "active",
              "complete",
              "pending",
              "failed"
            ],
            "properties": {
              "active": {
                "type": "integer"
              },
              "complete": {
                "type": "integer"
              },
              "pending": {
                "type": "integer"
              },
              "failed": {
                "type": "integer"
              }
            }
          },
          "tasks": {
            "type": "object",
            "required": [
              "active",
              "complete",
              "failed",
              "total"
            ],
            "properties": {
              "active": {
                "type": "integer"
              },
              "complete": {
                "type": "integer"
              },
              "failed": {
                "type": "integer"
              },
              "total": {
                "type": "integer"
              }
            }
          },
          "inputBytes": {
            "type": "number"
          },
          "outputBytes": {
            "type": "number"
          },
          "shuffleReadBytes": {
            "type": "number"
          },
          "shuffleWriteBytes": {
            "type": "number"
          },
          "spilledBytes": {
            "type": "number"
          },
          "gcRatio": {
            "type": "number",
            "description": "share of task time spent in garbage collection, 0 to 1"
          },
          "peakExecutorMemoryBytes": {
            "type": "number"
          },
          "activeStages": {
            "type": "array",
            "description": "at most 10",
            "items": {
              "type": "object",
              "required": [
                "id",
                "name",
                "complete",
                "total"
              ],
              "properties": {
                "id": {
                  "type": "integer"
                },
                "name": {
                  "type": "string"
                },
                "complete": {
                  "type": "integer"
                },
                "total": {
                  "type": "integer"
                },
                "failed": {
                  "type": "integer"
                }
              }
            }
          },
          "hints": {
            "type": "array",
            "description": "what to look at, in words, worst first; at most 5",
            "items": {
              "type": "object",
              "required": [
                "reason",
                "message"
              ],
              "properties": {
                "reason": {
                  "type": "string",
                  "description": "short, CamelCase, stable: TaskSkew, Spill, ..."
                },
                "message": {
                  "type": "string"
                },
                "nextStep": {
                  "type": "string"
                },
                "stage": {
                  "type": "integer"
                }
              }
            }
          }
        }
      },
      "Moment": {
        "type": "object",
        "required": [
          "title"
        ],
        "properties": {
          "title": {
            "type": "string"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "state": {
            "type": "string",
            "enum": [
              "done",
              "current",
              "failed",
              "pending"
            ]
          },
          "detail": {
            "type": "string"
          }
        }
      },
      "ResourcePage": {
        "type": "object",
        "required": [
          "items",
          "total",
          "counts",
          "version",
          "warming"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PlatformResource"
            }
          },
          "total": {
            "type": "integer"
          },
          "counts": {
            "$ref": "#/components/schemas/Counts"
          },
          "superseded": {
            "type": "integer",
            "description": "superseded runs that match but for the health filter; they are in none of the counts"
          },
          "version": {
            "type": "integer"
          },
          "warming": {
            "type": "boolean",
            "description": "true while the first lists are under way: an empty page is not yet an answer"
          }
        }
      },
      "Counts": {
        "type": "object",
        "required": [
          "healthy",
          "suspended",
          "progressing",
          "unknown",
          "degraded",
          "failed"
        ],
        "properties": {
          "healthy": {
            "type": "integer"
          },
          "suspended": {
            "type": "integer"
          },
          "progressing": {
            "type": "integer"
          },
          "unknown": {
            "type": "integer"
          },
          "degraded": {
            "type": "integer"
          },
          "failed": {
            "type": "integer"
          }
        }
      },
      "Run": {
        "type": "object",
        "required": [
          "id",
          "source",
          "kind",
          "group",
          "name",
          "uid",
          "attempt",
          "assessment",
          "live"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "resourceId": {
            "type": "string",
            "description": "set while the object is there"
          },
          "source": {
            "type": "string"
          },
          "namespace": {
            "type": "string"
          },
          "group": {
            "type": "string"
          },
          "kind": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "uid": {
            "type": "string"
          },
          "attempt": {
            "type": "string",
            "description": "attempt id; for Spark the submission id"
          },
          "entityRef": {
            "type": "string"
          },
          "productRef": {
            "type": "string"
          },
          "domainRef": {
            "type": "string"
          },
          "trigger": {
            "type": "string",
            "enum": [
              "person",
              "schedule",
              "external"
            ]
          },
          "by": {
            "type": "string",
            "description": "entity ref of the person",
            "or name of the schedule": null
          },
          "submittedAt": {
            "type": "string",
            "format": "date-time"
          },
          "startedAt": {
            "type": "string",
            "format": "date-time"
          },
          "finishedAt": {
            "type": "string",
            "format": "date-time"
          },
          "durationSeconds": {
            "type": "number"
          },
          "outcome": {
            "$ref": "#/components/schemas/Outcome"
          },
          "assessment": {
            "$ref": "#/components/schemas/AssessmentSummary"
          },
          "facts": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Fact"
            }
          },
          "live": {
            "type": "boolean",
            "description": "the object is still on the cluster"
          },
          "series": {
            "type": "string",
            "description": "id of the operation (back-fill) that made this run"
          },
          "runDate": {
            "type": "string",
            "description": "the date that a run of a series is for: YYYY-MM-DD or RFC 3339"
          },
          "changed": {
            "type": "string",
            "description": "what differs from the definition of the job, in short words: \"arguments, executor memory\""
          },
          "expired": {
            "type": "boolean",
            "description": "the object is gone (TTL or deletion); this is what the history kept"
          },
          "branch": {
            "$ref": "#/components/schemas/RunBranch"
          }
        }
      },
      "RunBranch": {
        "type": "object",
        "description": "The data branch that a run was started on, by the record of the operation that made it.",
        "required": [
          "source",
          "repository",
          "branch"
        ],
        "properties": {
          "source": {
            "type": "string",
            "description": "server, as configured"
          },
          "repository": {
            "type": "string"
          },
          "branch": {
            "type": "string"
          },
          "resourceId": {
            "type": "string",
            "description": "id of the live branch; absent when it is gone or not for the viewer to see"
          },
          "entityRef": {
            "type": "string",
            "description": "of the repository, where it is registered"
          }
        }
      },
      "RunPage": {
        "type": "object",
        "required": [
          "items",
          "stats"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Run"
            }
          },
          "nextBefore": {
            "type": "string",
            "format": "date-time"
          },
          "problem": {
            "type": "string",
            "description": "set while the history cannot be read: only the runs whose object is on a cluster are listed, and the figures are of none"
          },
          "stats": {
            "type": "object",
            "required": [
              "finished",
              "succeeded"
            ],
            "properties": {
              "finished": {
                "type": "integer"
              },
              "succeeded": {
                "type": "integer"
              },
              "p50Seconds": {
                "type": "number"
              },
              "p95Seconds": {
                "type": "number"
              }
            }
          }
        }
      },
      "RunDetail": {
        "allOf": [
          {
            "$ref": "#/components/schemas/Run"
          },
          {
            "type": "object",
            "required": [
              "assessment",
              "changes"
            ],
            "properties": {
              "assessment": {
                "$ref": "#/components/schemas/Assessment"
              },
              "changes": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/VerdictChange"
                }
              },
              "definition": {
                "type": "string",
                "description": "YAML of the definition that this run had",
                "secrets masked": null
              },
              "definitionIsCurrent": {
                "type": "boolean"
              },
              "logTail": {
                "type": "string",
                "description": "last lines of the driver of a failed run",
                "redacted": null
              },
              "pods": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/PodSummary"
                }
              },
              "links": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/ResourceLink"
                }
              },
              "executors": {
                "$ref": "#/components/schemas/ExecutorUsage"
              },
              "spark": {
                "$ref": "#/components/schemas/SparkNumbers"
              },
              "logTailTruncated": {
                "type": "boolean"
              },
              "logTailMissing": {
                "type": "string",
                "description": "why no end of the log was kept of a failed run, and what to do; one or two sentences"
              }
            }
          }
        ]
      },
      "VerdictChange": {
        "type": "object",
        "required": [
          "at",
          "health",
          "reason",
          "message"
        ],
        "properties": {
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "health": {
            "$ref": "#/components/schemas/Health"
          },
          "reason": {
            "type": "string"
          },
          "message": {
            "type": "string"
          }
        }
      },
      "Part": {
        "type": "object",
        "required": [
          "title",
          "health",
          "message"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "resourceId": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "health": {
            "$ref": "#/components/schemas/Health"
          },
          "message": {
            "type": "string"
          },
          "nextStep": {
            "type": "string"
          },
          "since": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "Summary": {
        "type": "object",
        "required": [
          "counts",
          "assessment",
          "notHealthy",
          "version",
          "warming"
        ],
        "properties": {
          "counts": {
            "$ref": "#/components/schemas/Counts"
          },
          "assessment": {
            "$ref": "#/components/schemas/AssessmentSummary"
          },
          "notHealthy": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Part"
            },
            "description": "at most 20, worst first"
          },
          "parts": {
            "type": "integer",
            "description": "jobs and services that were rolled up"
          },
          "unverified": {
            "type": "integer",
            "description": "objects that claim this entity from a namespace of another domain"
          },
          "version": {
            "type": "integer"
          },
          "warming": {
            "type": "boolean"
          }
        }
      },
      "Job": {
        "type": "object",
        "required": [
          "entityRef",
          "assessment",
          "operations",
          "version",
          "warming"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "domainRef": {
            "type": "string"
          },
          "productRef": {
            "type": "string"
          },
          "source": {
            "type": "string",
            "description": "cluster it runs on"
          },
          "namespace": {
            "type": "string"
          },
          "assessment": {
            "$ref": "#/components/schemas/Assessment"
          },
          "operations": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/OperationAvailability"
            }
          },
          "current": {
            "$ref": "#/components/schemas/PlatformResource"
          },
          "schedule": {
            "$ref": "#/components/schemas/Schedule"
          },
          "definition": {
            "type": "string",
            "description": "YAML of the definition that the next run will have, secrets masked"
          },
          "definitionProblem": {
            "type": "string",
            "description": "why the definition cannot run, if so"
          },
          "stale": {
            "$ref": "#/components/schemas/Staleness"
          },
          "unverified": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PlatformResource"
            }
          },
          "version": {
            "type": "integer"
          },
          "warming": {
            "type": "boolean"
          }
        }
      },
      "Schedule": {
        "type": "object",
        "required": [
          "resourceId",
          "expression",
          "suspended"
        ],
        "properties": {
          "resourceId": {
            "type": "string"
          },
          "expression": {
            "type": "string"
          },
          "timeZone": {
            "type": "string"
          },
          "suspended": {
            "type": "boolean"
          },
          "nextRun": {
            "type": "string",
            "format": "date-time"
          },
          "lastRun": {
            "type": "string",
            "format": "date-time"
          },
          "assessment": {
            "$ref": "#/components/schemas/AssessmentSummary"
          }
        }
      },
      "QuotaLine": {
        "type": "object",
        "required": [
          "resource",
          "used",
          "hard",
          "ratio"
        ],
        "properties": {
          "resource": {
            "type": "string",
            "description": "as in the ResourceQuota"
          },
          "label": {
            "type": "string"
          },
          "used": {
            "type": "string"
          },
          "hard": {
            "type": "string"
          },
          "ratio": {
            "type": "number",
            "description": "used over hard"
          }
        }
      },
      "NotebookState": {
        "type": "string",
        "enum": [
          "running",
          "starting",
          "stopping",
          "stopped",
          "failed",
          "deleting",
          "unknown"
        ]
      },
      "GpuCount": {
        "type": "object",
        "required": [
          "key",
          "count"
        ],
        "properties": {
          "key": {
            "type": "string",
            "description": "resource key, for example nvidia.com/gpu"
          },
          "count": {
            "type": "integer"
          }
        }
      },
      "NotebookServer": {
        "type": "object",
        "required": [
          "resource",
          "generation",
          "state",
          "activityKnown",
          "operations"
        ],
        "properties": {
          "resource": {
            "$ref": "#/components/schemas/PlatformResource"
          },
          "title": {
            "type": "string"
          },
          "generation": {
            "type": "integer",
            "enum": [
              1,
              2
            ],
            "description": "1: Notebook; 2: Workspace (beta)"
          },
          "options": {
            "type": "object",
            "description": "what a Workspace was made with: ids of options of its WorkspaceKind",
            "properties": {
              "kind": {
                "type": "string"
              },
              "imageConfig": {
                "type": "string"
              },
              "podConfig": {
                "type": "string"
              }
            }
          },
          "state": {
            "$ref": "#/components/schemas/NotebookState"
          },
          "image": {
            "type": "string"
          },
          "imageTitle": {
            "type": "string"
          },
          "startedAt": {
            "type": "string",
            "format": "date-time"
          },
          "stoppedAt": {
            "type": "string",
            "format": "date-time"
          },
          "culled": {
            "type": "boolean",
            "description": "it was stopped because it was idle"
          },
          "idleSince": {
            "type": "string",
            "format": "date-time",
            "description": "last activity; only while it runs and activity is known"
          },
          "activityKnown": {
            "type": "boolean"
          },
          "activityNote": {
            "type": "string",
            "description": "what the record of activity cannot see, one sentence"
          },
          "cpu": {
            "type": "string",
            "description": "requested by all containers"
          },
          "memory": {
            "type": "string",
            "description": "requested by all containers"
          },
          "gpu": {
            "$ref": "#/components/schemas/GpuCount"
          },
          "hours": {
            "type": "object",
            "description": "resource-hours since the start",
            "required": [
              "cpu",
              "memoryGib",
              "gpu"
            ],
            "properties": {
              "cpu": {
                "type": "number"
              },
              "memoryGib": {
                "type": "number"
              },
              "gpu": {
                "type": "number"
              }
            }
          },
          "costPerHour": {
            "type": "number",
            "description": "where prices are configured"
          },
          "cost": {
            "type": "number",
            "description": "since the start, where prices are configured"
          },
          "openUrl": {
            "type": "string",
            "format": "uri",
            "description": "only when it would work"
          },
          "openNote": {
            "type": "string",
            "description": "why it cannot be opened"
          },
          "owner": {
            "type": "string",
            "description": "entity ref; the verified creator or the group it was made for, otherwise the owner of the domain"
          },
          "ownerVerified": {
            "type": "boolean",
            "description": "the portal made it, for this owner; false: nobody knows who made it, and the owner of the domain answers for it"
          },
          "entityRef": {
            "type": "string",
            "description": "its Resource entity, once there is one"
          },
          "operations": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/OperationAvailability"
            }
          }
        }
      },
      "NotebookServerPage": {
        "type": "object",
        "required": [
          "items",
          "total",
          "totals",
          "version",
          "warming",
          "generatedAt"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/NotebookServer"
            }
          },
          "total": {
            "type": "integer",
            "description": "before paging"
          },
          "totals": {
            "type": "object",
            "description": "of all that match, but for the filter by state",
            "required": [
              "running",
              "stopped",
              "failed",
              "other",
              "gpusHeld",
              "idleGpus"
            ],
            "properties": {
              "running": {
                "type": "integer"
              },
              "stopped": {
                "type": "integer"
              },
              "failed": {
                "type": "integer"
              },
              "other": {
                "type": "integer"
              },
              "gpusHeld": {
                "type": "integer"
              },
              "idleGpus": {
                "type": "integer",
                "description": "GPUs held by servers that have been idle for an hour or longer"
              },
              "costPerHour": {
                "type": "number"
              }
            }
          },
          "owners": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "owners of all that match, but for the filters by owner and by state: what the filter by owner can be set to; refs, sorted"
          },
          "currency": {
            "type": "string"
          },
          "idleAfterMinutes": {
            "type": "integer",
            "description": "from how many minutes on a server counts as idle"
          },
          "version": {
            "type": "integer"
          },
          "warming": {
            "type": "boolean"
          },
          "generatedAt": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "NotebookVolume": {
        "type": "object",
        "required": [
          "claim",
          "role",
          "sharedWith"
        ],
        "properties": {
          "claim": {
            "type": "string"
          },
          "mountPath": {
            "type": "string"
          },
          "role": {
            "type": "string",
            "enum": [
              "home",
              "data"
            ]
          },
          "phase": {
            "type": "string"
          },
          "storageClass": {
            "type": "string"
          },
          "size": {
            "type": "string"
          },
          "accessModes": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "sharedWith": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "other notebook servers that mount it"
          }
        }
      },
      "NotebookServerDetail": {
        "type": "object",
        "required": [
          "server",
          "detail",
          "volumes",
          "podDefaults",
          "quota",
          "version",
          "warming"
        ],
        "properties": {
          "server": {
            "$ref": "#/components/schemas/NotebookServer"
          },
          "detail": {
            "$ref": "#/components/schemas/ResourceDetail"
          },
          "volumes": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/NotebookVolume"
            }
          },
          "podDefaults": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "quota": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/QuotaLine"
            }
          },
          "currency": {
            "type": "string"
          },
          "version": {
            "type": "integer"
          },
          "warming": {
            "type": "boolean"
          }
        }
      },
      "NotebookImage": {
        "type": "object",
        "required": [
          "id",
          "title",
          "image",
          "group"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "image": {
            "type": "string"
          },
          "group": {
            "type": "string",
            "enum": [
              "jupyter",
              "code-server",
              "rstudio"
            ]
          },
          "description": {
            "type": "string"
          }
        }
      },
      "WorkspaceOptionRedirect": {
        "type": "object",
        "required": [
          "to"
        ],
        "properties": {
          "to": {
            "type": "string",
            "description": "id of the option to take instead"
          },
          "message": {
            "type": "string"
          }
        }
      },
      "WorkspaceImageOption": {
        "type": "object",
        "required": [
          "id",
          "title"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "description": {
            "type": "string"
          },
          "redirect": {
            "$ref": "#/components/schemas/WorkspaceOptionRedirect"
          }
        }
      },
      "WorkspacePodOption": {
        "type": "object",
        "required": [
          "id",
          "title"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "description": {
            "type": "string"
          },
          "redirect": {
            "$ref": "#/components/schemas/WorkspaceOptionRedirect"
          },
          "cpu": {
            "type": "string"
          },
          "memory": {
            "type": "string"
          },
          "gpu": {
            "$ref": "#/components/schemas/GpuCount"
          }
        }
      },
      "WorkspaceKindOption": {
        "type": "object",
        "required": [
          "name",
          "title",
          "images",
          "podConfigs",
          "defaults"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "description": {
            "type": "string"
          },
          "deprecated": {
            "type": "boolean"
          },
          "deprecationMessage": {
            "type": "string"
          },
          "images": {
            "type": "array",
            "description": "hidden ones are left out",
            "items": {
              "$ref": "#/components/schemas/WorkspaceImageOption"
            }
          },
          "podConfigs": {
            "type": "array",
            "description": "hidden ones are left out",
            "items": {
              "$ref": "#/components/schemas/WorkspacePodOption"
            }
          },
          "defaults": {
            "type": "object",
            "properties": {
              "imageConfig": {
                "type": "string"
              },
              "podConfig": {
                "type": "string"
              }
            }
          },
          "homeMountPath": {
            "type": "string"
          }
        }
      },
      "NotebookOptions": {
        "type": "object",
        "required": [
          "domainRef",
          "generations",
          "images",
          "allowCustomImage",
          "workspaceKinds",
          "podDefaults",
          "gpus",
          "volumes",
          "storageClasses",
          "quota",
          "limits",
          "tolerationGroups",
          "affinityGroups",
          "defaults",
          "problems"
        ],
        "properties": {
          "domainRef": {
            "type": "string"
          },
          "source": {
            "type": "string"
          },
          "namespace": {
            "type": "string"
          },
          "namespaces": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "all of the domain"
          },
          "generations": {
            "type": "array",
            "items": {
              "type": "integer",
              "enum": [
                1,
                2
              ]
            },
            "description": "that the cluster serves"
          },
          "images": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/NotebookImage"
            }
          },
          "allowCustomImage": {
            "type": "boolean"
          },
          "workspaceKinds": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/WorkspaceKindOption"
            }
          },
          "podDefaults": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "name",
                "title",
                "labels"
              ],
              "properties": {
                "name": {
                  "type": "string"
                },
                "title": {
                  "type": "string",
                  "description": "its desc"
                },
                "labels": {
                  "type": "object",
                  "additionalProperties": {
                    "type": "string"
                  },
                  "description": "labels of the pod that select it"
                }
              }
            }
          },
          "gpus": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "key",
                "vendor",
                "offered"
              ],
              "properties": {
                "key": {
                  "type": "string"
                },
                "vendor": {
                  "type": "string"
                },
                "offered": {
                  "type": "integer",
                  "description": "by all nodes together"
                },
                "free": {
                  "type": "integer",
                  "description": "not held by a pod now; absent where the portal may not read the pods of all namespaces"
                },
                "largestFree": {
                  "type": "integer",
                  "description": "most that one node has free: a server fits on one node"
                }
              }
            }
          },
          "volumes": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "name",
                "usedBy"
              ],
              "properties": {
                "name": {
                  "type": "string"
                },
                "size": {
                  "type": "string"
                },
                "phase": {
                  "type": "string"
                },
                "storageClass": {
                  "type": "string"
                },
                "accessModes": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  }
                },
                "usedBy": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  },
                  "description": "names of notebook servers"
                }
              }
            }
          },
          "storageClasses": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "name",
                "isDefault"
              ],
              "properties": {
                "name": {
                  "type": "string"
                },
                "isDefault": {
                  "type": "boolean"
                }
              }
            }
          },
          "quota": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/QuotaLine"
            }
          },
          "limits": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "type",
                "resource"
              ],
              "properties": {
                "type": {
                  "type": "string",
                  "description": "Container, Pod, ..."
                },
                "resource": {
                  "type": "string"
                },
                "min": {
                  "type": "string"
                },
                "max": {
                  "type": "string"
                },
                "default": {
                  "type": "string"
                }
              }
            }
          },
          "tolerationGroups": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/NotebookGroup"
            }
          },
          "affinityGroups": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/NotebookGroup"
            }
          },
          "defaults": {
            "type": "object",
            "required": [
              "cpu",
              "memory",
              "homeSize",
              "homeMountPath"
            ],
            "properties": {
              "cpu": {
                "type": "string"
              },
              "memory": {
                "type": "string"
              },
              "homeSize": {
                "type": "string"
              },
              "homeMountPath": {
                "type": "string"
              },
              "limitFactor": {
                "type": "number",
                "description": "limit of CPU and memory over their request; 0: no limits"
              }
            }
          },
          "prices": {
            "type": "object",
            "required": [
              "currency",
              "coreHour",
              "gibHour",
              "gpuHour"
            ],
            "properties": {
              "currency": {
                "type": "string"
              },
              "coreHour": {
                "type": "number"
              },
              "gibHour": {
                "type": "number"
              },
              "gpuHour": {
                "type": "number"
              }
            }
          },
          "problems": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "part",
                "message"
              ],
              "properties": {
                "part": {
                  "type": "string",
                  "description": "key of this answer, for example gpus"
                },
                "message": {
                  "type": "string"
                }
              }
            }
          }
        }
      },
      "NotebookGroup": {
        "type": "object",
        "required": [
          "id",
          "title"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "description": {
            "type": "string"
          }
        }
      },
      "ContainerLimit": {
        "type": "object",
        "description": "what one LimitRange says of one resource of containers; quantities",
        "required": [
          "source",
          "namespace",
          "name",
          "resource"
        ],
        "properties": {
          "source": {
            "type": "string"
          },
          "namespace": {
            "type": "string"
          },
          "name": {
            "type": "string",
            "description": "of the LimitRange"
          },
          "resource": {
            "type": "string",
            "description": "cpu, memory, ..."
          },
          "request": {
            "type": "string",
            "description": "what a container asks for that says nothing"
          },
          "limit": {
            "type": "string",
            "description": "what it gets at most then"
          },
          "min": {
            "type": "string"
          },
          "max": {
            "type": "string"
          }
        }
      },
      "DomainDetail": {
        "type": "object",
        "required": [
          "entityRef",
          "namespaces",
          "quota"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "ownerRef": {
            "type": "string"
          },
          "source": {
            "type": "string"
          },
          "namespaces": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "quota": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/QuotaLine"
            }
          },
          "limits": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ContainerLimit"
            },
            "description": "what LimitRanges of its namespaces say of containers"
          },
          "problems": {
            "type": "array",
            "description": "what could not be read: its part of this answer is empty, which means nothing then",
            "items": {
              "type": "object",
              "required": [
                "part",
                "message"
              ],
              "properties": {
                "part": {
                  "type": "string",
                  "enum": [
                    "quota",
                    "limits"
                  ]
                },
                "message": {
                  "type": "string"
                }
              }
            }
          },
          "roles": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "role",
                "groups"
              ],
              "properties": {
                "role": {
                  "type": "string"
                },
                "groups": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  }
                }
              }
            }
          },
          "operations": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/OperationAvailability"
            },
            "description": "what can be done with the domain, for the caller"
          },
          "adopted": {
            "type": "boolean",
            "description": "it was there before the portal, which deletes nothing of it"
          },
          "stale": {
            "$ref": "#/components/schemas/Staleness"
          },
          "version": {
            "type": "integer"
          }
        }
      },
      "Source": {
        "type": "object",
        "required": [
          "name",
          "type",
          "state",
          "message",
          "kinds"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "type": {
            "type": "string",
            "description": "kubernetes, or the id of another system: lakefs"
          },
          "state": {
            "type": "string",
            "enum": [
              "connecting",
              "connected",
              "stale",
              "forbidden",
              "unreachable",
              "unsupported"
            ]
          },
          "message": {
            "type": "string",
            "description": "one sentence"
          },
          "since": {
            "type": "string",
            "format": "date-time"
          },
          "lastContact": {
            "type": "string",
            "format": "date-time"
          },
          "version": {
            "type": "string",
            "description": "version of the server"
          },
          "sandbox": {
            "type": "boolean"
          },
          "operators": {
            "type": "array",
            "description": "controllers that move the objects of this source, judged from what they leave behind; only on sources of which the viewer may see something",
            "items": {
              "$ref": "#/components/schemas/OperatorState"
            }
          },
          "resources": {
            "type": "integer"
          },
          "kinds": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "kind",
                "group",
                "state"
              ],
              "properties": {
                "kind": {
                  "type": "string"
                },
                "group": {
                  "type": "string"
                },
                "version": {
                  "type": "string",
                  "description": "of its API that is read; absent where none is served"
                },
                "state": {
                  "type": "string",
                  "enum": [
                    "watching",
                    "listing",
                    "dormant",
                    "forbidden",
                    "stale",
                    "error"
                  ]
                },
                "message": {
                  "type": "string"
                },
                "namespaces": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  },
                  "description": "set where only some namespaces may be read"
                }
              }
            }
          }
        }
      },
      "OperatorState": {
        "type": "object",
        "required": [
          "id",
          "title",
          "kinds",
          "state",
          "message"
        ],
        "properties": {
          "id": {
            "type": "string",
            "description": "for example spark-kubeflow"
          },
          "title": {
            "type": "string"
          },
          "kinds": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "kind.group"
          },
          "state": {
            "type": "string",
            "enum": [
              "up",
              "down",
              "unknown"
            ]
          },
          "since": {
            "type": "string",
            "format": "date-time",
            "description": "of the state down: the first thing it has not done"
          },
          "lastActivity": {
            "type": "string",
            "format": "date-time"
          },
          "message": {
            "type": "string",
            "description": "one sentence"
          },
          "nextStep": {
            "type": "string"
          }
        }
      },
      "QuotaPreset": {
        "type": "object",
        "required": [
          "id",
          "title",
          "description",
          "hard"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "description": {
            "type": "string"
          },
          "hard": {
            "type": "object",
            "additionalProperties": {
              "type": "string"
            }
          }
        }
      },
      "Presets": {
        "type": "object",
        "required": [
          "clusters",
          "quotas",
          "spark"
        ],
        "properties": {
          "clusters": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "name",
                "state",
                "serves"
              ],
              "properties": {
                "name": {
                  "type": "string"
                },
                "title": {
                  "type": "string"
                },
                "state": {
                  "type": "string"
                },
                "message": {
                  "type": "string"
                },
                "serves": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  },
                  "description": "kinds, as kind.group"
                }
              }
            }
          },
          "quotas": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/QuotaPreset"
            }
          },
          "spark": {
            "type": "object",
            "required": [
              "versions",
              "images"
            ],
            "properties": {
              "versions": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              },
              "images": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              },
              "examples": {
                "type": "array",
                "items": {
                  "type": "object",
                  "required": [
                    "id",
                    "title",
                    "language",
                    "mainApplicationFile"
                  ],
                  "properties": {
                    "id": {
                      "type": "string"
                    },
                    "title": {
                      "type": "string"
                    },
                    "language": {
                      "type": "string"
                    },
                    "mainApplicationFile": {
                      "type": "string"
                    },
                    "mainClass": {
                      "type": "string"
                    },
                    "arguments": {
                      "type": "array",
                      "items": {
                        "type": "string"
                      }
                    }
                  }
                }
              }
            }
          }
        }
      },
      "OperationRequest": {
        "type": "object",
        "required": [
          "operation"
        ],
        "properties": {
          "operation": {
            "type": "string",
            "maxLength": 100,
            "description": "id, for example domain:create or spark-job:run"
          },
          "entityRef": {
            "type": "string",
            "maxLength": 200
          },
          "resourceId": {
            "type": "string",
            "maxLength": 300
          },
          "input": {
            "type": "object",
            "additionalProperties": true
          },
          "idempotencyKey": {
            "type": "string",
            "maxLength": 200
          }
        }
      },
      "PlanStep": {
        "type": "object",
        "required": [
          "id",
          "verb",
          "title"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "verb": {
            "type": "string",
            "enum": [
              "create",
              "patch",
              "delete",
              "register",
              "unregister",
              "cancel",
              "call"
            ]
          },
          "title": {
            "type": "string",
            "description": "for example create Namespace orders on cluster eu-1"
          },
          "source": {
            "type": "string"
          },
          "identity": {
            "type": "string",
            "enum": [
              "user",
              "bootstrap",
              "portal"
            ]
          },
          "object": {
            "type": "object",
            "additionalProperties": true,
            "description": "what is created or the patch, secrets masked"
          },
          "manifest": {
            "type": "string",
            "description": "the same as YAML"
          },
          "dryRun": {
            "type": "string",
            "enum": [
              "passed",
              "skipped",
              "failed"
            ]
          }
        }
      },
      "Finding": {
        "type": "object",
        "required": [
          "level",
          "message"
        ],
        "properties": {
          "level": {
            "type": "string",
            "enum": [
              "error",
              "warning",
              "info"
            ]
          },
          "field": {
            "type": "string",
            "description": "path of the field"
          },
          "message": {
            "type": "string"
          },
          "remedy": {
            "type": "string"
          },
          "code": {
            "type": "string",
            "description": "for programs, where one may act on it: ApprovalNeeded"
          }
        }
      },
      "Plan": {
        "type": "object",
        "required": [
          "operation",
          "title",
          "steps",
          "findings",
          "ok"
        ],
        "properties": {
          "operation": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "steps": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PlanStep"
            }
          },
          "findings": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Finding"
            }
          },
          "ok": {
            "type": "boolean",
            "description": "no finding is an error"
          },
          "entityRef": {
            "type": "string",
            "description": "the entity that this makes or acts on"
          },
          "approval": {
            "$ref": "#/components/schemas/PlanApproval"
          }
        }
      },
      "PlanApproval": {
        "type": "object",
        "description": "The operation needs the leave of others; until it is approved, the plan is not ok and has a finding with code ApprovalNeeded.",
        "required": [
          "reason",
          "approverRefs",
          "state"
        ],
        "properties": {
          "reason": {
            "type": "string",
            "description": "one sentence"
          },
          "approverRefs": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "groups and users; none: administrators of the platform decide"
          },
          "state": {
            "type": "string",
            "enum": [
              "needed",
              "requested",
              "approved",
              "rejected",
              "stale"
            ],
            "description": "stale: what was looked at has changed since it was asked or approved; ask again"
          },
          "approvalId": {
            "type": "string",
            "description": "absent where state is needed"
          }
        }
      },
      "ApprovalText": {
        "type": "string",
        "minLength": 1,
        "maxLength": 2000
      },
      "ApprovalState": {
        "type": "string",
        "enum": [
          "open",
          "approved",
          "rejected",
          "withdrawn",
          "done",
          "stale"
        ],
        "description": "approved: may be carried out; done: was; stale: what was looked at has changed since"
      },
      "ApprovalComment": {
        "type": "object",
        "required": [
          "id",
          "by",
          "at",
          "text"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "by": {
            "type": "string",
            "description": "entity ref of the person"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "text": {
            "type": "string",
            "description": "empty for a decision without words"
          },
          "decision": {
            "type": "string",
            "enum": [
              "approve",
              "reject"
            ]
          }
        }
      },
      "Approval": {
        "type": "object",
        "required": [
          "id",
          "operation",
          "title",
          "reason",
          "request",
          "requestedBy",
          "requestedAt",
          "approverRefs",
          "state",
          "pins",
          "comments",
          "mayDecide",
          "mayWithdraw",
          "mayComment"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "operation": {
            "type": "string",
            "description": "id, for example lakefs:merge"
          },
          "title": {
            "type": "string",
            "description": "what would be done"
          },
          "reason": {
            "type": "string",
            "description": "why it needs approval"
          },
          "request": {
            "$ref": "#/components/schemas/OperationRequest",
            "description": "what to start once it is approved"
          },
          "resourceId": {
            "type": "string",
            "description": "the live object that it was asked of"
          },
          "entityRef": {
            "type": "string"
          },
          "productRef": {
            "type": "string"
          },
          "domainRef": {
            "type": "string"
          },
          "requestedBy": {
            "type": "string"
          },
          "requestedAt": {
            "type": "string",
            "format": "date-time"
          },
          "approverRefs": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "state": {
            "$ref": "#/components/schemas/ApprovalState"
          },
          "stateReason": {
            "type": "string",
            "description": "why it is stale, as a sentence"
          },
          "pins": {
            "type": "object",
            "additionalProperties": {
              "type": "string"
            },
            "description": "what was looked at, for example the commit of each branch"
          },
          "link": {
            "type": "string",
            "description": "path in the portal that shows it"
          },
          "comments": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ApprovalComment"
            },
            "description": "oldest first; in a list none"
          },
          "commentCount": {
            "type": "integer"
          },
          "decidedBy": {
            "type": "string"
          },
          "decidedAs": {
            "type": "string",
            "enum": [
              "approver",
              "administrator"
            ],
            "description": "administrator: of the platform, and none of the approvers"
          },
          "decidedAt": {
            "type": "string",
            "format": "date-time"
          },
          "operationId": {
            "type": "string",
            "description": "of the operation that carries it out or has done so"
          },
          "mayDecide": {
            "type": "boolean"
          },
          "mayNotDecide": {
            "type": "string",
            "description": "why not, as a sentence"
          },
          "mustComment": {
            "type": "boolean",
            "description": "the caller decides as an administrator of the platform, and has to say why"
          },
          "mayWithdraw": {
            "type": "boolean"
          },
          "mayComment": {
            "type": "boolean"
          }
        }
      },
      "ApprovalPage": {
        "type": "object",
        "required": [
          "items",
          "total",
          "toReview"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Approval"
            }
          },
          "total": {
            "type": "integer",
            "description": "of all pages"
          },
          "toReview": {
            "type": "integer",
            "description": "open ones that wait for the caller, whatever was asked for here"
          }
        }
      },
      "OperationStep": {
        "type": "object",
        "required": [
          "id",
          "title",
          "state"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "state": {
            "type": "string",
            "enum": [
              "pending",
              "running",
              "done",
              "failed",
              "undone",
              "skipped"
            ]
          },
          "message": {
            "type": "string"
          },
          "uid": {
            "type": "string"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "Operation": {
        "type": "object",
        "required": [
          "id",
          "operation",
          "title",
          "actor",
          "state",
          "steps",
          "createdAt"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "operation": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "actor": {
            "type": "string"
          },
          "entityRef": {
            "type": "string"
          },
          "ownerRef": {
            "type": "string",
            "description": "owner of the entity when the operation was accepted"
          },
          "state": {
            "type": "string",
            "enum": [
              "accepted",
              "running",
              "done",
              "failed",
              "cancelled"
            ],
            "description": "cancelled: a person ended it early; what it had done by then stays"
          },
          "cancelledBy": {
            "type": "string",
            "description": "entity ref of the person who asked it to end early; while it is still running, what goes on is waited for"
          },
          "steps": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/OperationStep"
            }
          },
          "findings": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Finding"
            }
          },
          "error": {
            "type": "string",
            "description": "one sentence"
          },
          "output": {
            "type": "object",
            "additionalProperties": true,
            "description": "entityRef, resourceId, name, ..."
          },
          "progress": {
            "type": "object",
            "description": "of a series of runs",
            "required": [
              "total",
              "done",
              "running",
              "failed"
            ],
            "properties": {
              "total": {
                "type": "integer"
              },
              "done": {
                "type": "integer"
              },
              "running": {
                "type": "integer"
              },
              "failed": {
                "type": "integer"
              }
            }
          },
          "createdAt": {
            "type": "string",
            "format": "date-time"
          },
          "finishedAt": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "DomainPage": {
        "type": "object",
        "required": [
          "items",
          "total",
          "warming"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "entityRef"
              ],
              "properties": {
                "entityRef": {
                  "type": "string"
                },
                "title": {
                  "type": "string"
                }
              }
            }
          },
          "total": {
            "type": "integer",
            "description": "how many match"
          },
          "warming": {
            "type": "boolean",
            "description": "the catalog or a cluster is still being read: there may be more"
          }
        }
      },
      "AdoptionPage": {
        "type": "object",
        "required": [
          "namespaces",
          "jobs",
          "totalJobs",
          "version",
          "warming"
        ],
        "properties": {
          "namespaces": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/AdoptableNamespace"
            }
          },
          "jobs": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/AdoptableJob"
            }
          },
          "totalJobs": {
            "type": "integer",
            "description": "before paging"
          },
          "version": {
            "type": "integer"
          },
          "warming": {
            "type": "boolean"
          },
          "catalogWarming": {
            "type": "boolean",
            "description": "the catalog may hold more than has been read of it: what is registered already may still be listed here"
          }
        }
      },
      "AdoptableNamespace": {
        "type": "object",
        "required": [
          "source",
          "namespace",
          "workloads",
          "state"
        ],
        "properties": {
          "source": {
            "type": "string"
          },
          "namespace": {
            "type": "string"
          },
          "workloads": {
            "type": "integer",
            "description": "live objects in it"
          },
          "state": {
            "type": "string",
            "enum": [
              "unlabelled",
              "labelled",
              "adopted",
              "unknown"
            ],
            "description": "unlabelled: a cluster admin has to label it first; labelled: the label is there, the domain is not registered; adopted: a domain of the portal; unknown: the label is there, and the catalog has not been read to its end: whether the domain is registered is not known yet"
          },
          "domain": {
            "type": "string",
            "description": "what its label says"
          },
          "domainRef": {
            "type": "string"
          },
          "command": {
            "type": "string",
            "description": "what a cluster admin runs, for unlabelled"
          },
          "drift": {
            "type": "array",
            "description": "how it differs from what the template would make; nothing is changed",
            "items": {
              "type": "object",
              "required": [
                "subject",
                "message"
              ],
              "properties": {
                "subject": {
                  "type": "string",
                  "description": "ResourceQuota, LimitRange, ..."
                },
                "message": {
                  "type": "string"
                },
                "remedy": {
                  "type": "string"
                },
                "unread": {
                  "type": "boolean",
                  "description": "the portal may not read it: whether it differs is not known"
                }
              }
            }
          }
        }
      },
      "AdoptableJob": {
        "type": "object",
        "required": [
          "key",
          "source",
          "namespace",
          "kind",
          "group",
          "name",
          "foundBy",
          "runs",
          "assessment"
        ],
        "properties": {
          "key": {
            "type": "string",
            "description": "opaque, stable; input of spark-job:adopt"
          },
          "source": {
            "type": "string"
          },
          "namespace": {
            "type": "string"
          },
          "kind": {
            "type": "string"
          },
          "group": {
            "type": "string"
          },
          "name": {
            "type": "string",
            "description": "proposed name of the job"
          },
          "foundBy": {
            "type": "string",
            "enum": [
              "schedule",
              "label-selector",
              "maker",
              "name"
            ],
            "description": "what its runs have in common"
          },
          "maker": {
            "type": "string",
            "description": "for example Airflow DAG orders, task load"
          },
          "labelSelector": {
            "type": "string"
          },
          "runs": {
            "type": "integer"
          },
          "lastRunAt": {
            "type": "string",
            "format": "date-time"
          },
          "schedule": {
            "type": "string"
          },
          "assessment": {
            "$ref": "#/components/schemas/AssessmentSummary"
          },
          "domainRef": {
            "type": "string",
            "description": "of its namespace"
          },
          "adoptable": {
            "type": "boolean"
          },
          "reason": {
            "type": "string",
            "description": "why it cannot be adopted now"
          }
        }
      },
      "CatalogEntityPage": {
        "type": "object",
        "required": [
          "items",
          "seq",
          "more",
          "generation"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "seq",
                "entityRef"
              ],
              "properties": {
                "seq": {
                  "type": "integer"
                },
                "entityRef": {
                  "type": "string"
                },
                "entity": {
                  "type": "object",
                  "additionalProperties": true,
                  "description": "absent when it was removed"
                }
              }
            }
          },
          "seq": {
            "type": "integer",
            "description": "pass it as after"
          },
          "more": {
            "type": "boolean"
          },
          "generation": {
            "type": "string",
            "description": "changes when the sequence starts anew: then do a full sync"
          }
        }
      },
      "LakefsTime": {
        "type": "number",
        "description": "epoch milliseconds"
      },
      "LakefsCount": {
        "type": "object",
        "description": "A number that may be a lower bound.",
        "required": [
          "n",
          "more"
        ],
        "properties": {
          "n": {
            "type": "integer"
          },
          "more": {
            "type": "boolean",
            "description": "there are more than that: say \"at least\" or \"n+\""
          }
        }
      },
      "LakefsRepository": {
        "type": "object",
        "required": [
          "resource",
          "source",
          "repository",
          "defaultBranch",
          "readOnly",
          "branches",
          "truncated",
          "waiting",
          "uiUrl",
          "mayOperate",
          "oneUser",
          "note"
        ],
        "properties": {
          "resource": {
            "allOf": [
              {
                "$ref": "#/components/schemas/PlatformResource"
              },
              {
                "type": "object",
                "required": [
                  "assessment"
                ],
                "properties": {
                  "assessment": {
                    "$ref": "#/components/schemas/Assessment"
                  }
                }
              }
            ]
          },
          "source": {
            "type": "string",
            "description": "server, as configured"
          },
          "sourceTitle": {
            "type": "string"
          },
          "sandbox": {
            "type": "boolean",
            "description": "an embedded stand-in for a server"
          },
          "repository": {
            "type": "string"
          },
          "defaultBranch": {
            "type": "string"
          },
          "readOnly": {
            "type": "boolean"
          },
          "protection": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "patterns of protected branches; absent where the server does not tell"
          },
          "branches": {
            "type": "integer"
          },
          "truncated": {
            "type": "boolean",
            "description": "there are more branches than the portal reads"
          },
          "waiting": {
            "type": "integer",
            "description": "branches that are not compared with their parent yet"
          },
          "uiUrl": {
            "type": "string"
          },
          "mayOperate": {
            "type": "boolean",
            "description": "whether the caller may change anything of it"
          },
          "oneUser": {
            "type": "boolean",
            "description": "the server knows one user for everybody: the portal is the access control"
          },
          "note": {
            "type": "string",
            "description": "who controls the access, as a sentence"
          }
        }
      },
      "LakefsRepositoryPage": {
        "type": "object",
        "required": [
          "items",
          "total"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/LakefsRepository"
            }
          },
          "total": {
            "type": "integer"
          }
        }
      },
      "LakefsCommitBrief": {
        "type": "object",
        "required": [
          "id",
          "message",
          "at",
          "committer",
          "metadata"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "message": {
            "type": "string",
            "description": "first line"
          },
          "at": {
            "$ref": "#/components/schemas/LakefsTime"
          },
          "committer": {
            "type": "string",
            "description": "the user of lakeFS; one for everybody where it knows one"
          },
          "user": {
            "type": "string",
            "description": "entity ref of who did it in the portal, as the metadata claims"
          },
          "metadata": {
            "type": "object",
            "additionalProperties": {
              "type": "string"
            },
            "description": "keys of the portal alone"
          }
        }
      },
      "LakefsCommit": {
        "allOf": [
          {
            "$ref": "#/components/schemas/LakefsCommitBrief"
          },
          {
            "type": "object",
            "required": [
              "parents",
              "isMerge",
              "fullMessage",
              "origin"
            ],
            "properties": {
              "parents": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              },
              "isMerge": {
                "type": "boolean"
              },
              "fullMessage": {
                "type": "string",
                "description": "cut at 10000 characters"
              },
              "origin": {
                "type": "string",
                "enum": [
                  "portal",
                  "claimed",
                  "outside"
                ],
                "description": "portal: an operation of the portal made it, by its own record. claimed: its metadata names a person or operation that the portal has no record of. outside: made without the portal"
              },
              "operationId": {
                "type": "string"
              },
              "operation": {
                "type": "string",
                "description": "what was done, for example lakefs:merge; where origin is portal"
              },
              "link": {
                "type": "string",
                "description": "page of the portal that tells of it; http(s) only"
              },
              "url": {
                "type": "string",
                "description": "the commit in lakeFS"
              }
            }
          }
        ]
      },
      "LakefsCommitPage": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/LakefsCommit"
            }
          },
          "next": {
            "type": "string"
          }
        }
      },
      "LakefsHistoryItem": {
        "allOf": [
          {
            "$ref": "#/components/schemas/LakefsCommit"
          },
          {
            "type": "object",
            "required": [
              "source",
              "repository",
              "branch"
            ],
            "properties": {
              "source": {
                "type": "string",
                "description": "server, as configured"
              },
              "repository": {
                "type": "string"
              },
              "branch": {
                "type": "string",
                "description": "the branch that it changed"
              },
              "entityRef": {
                "type": "string",
                "description": "of the repository"
              },
              "productRef": {
                "type": "string"
              }
            }
          }
        ]
      },
      "LakefsHistory": {
        "type": "object",
        "required": [
          "items",
          "more",
          "since",
          "problems"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/LakefsHistoryItem"
            }
          },
          "more": {
            "type": "boolean",
            "description": "there is more within that time than is told"
          },
          "note": {
            "type": "string",
            "description": "what was not looked at, as a sentence: of many repositories and branches only some are read"
          },
          "since": {
            "$ref": "#/components/schemas/LakefsTime"
          },
          "problems": {
            "type": "array",
            "description": "repositories that could not be read, of which nothing (or not all) is told",
            "items": {
              "type": "object",
              "required": [
                "repository",
                "message"
              ],
              "properties": {
                "repository": {
                  "type": "string"
                },
                "message": {
                  "type": "string"
                }
              }
            }
          }
        }
      },
      "LakefsUncommitted": {
        "allOf": [
          {
            "$ref": "#/components/schemas/LakefsCount"
          },
          {
            "type": "object",
            "required": [
              "at"
            ],
            "properties": {
              "at": {
                "type": "number",
                "description": "when it was looked at, epoch milliseconds"
              },
              "since": {
                "type": "number",
                "description": "since when there is some, as far as was seen"
              }
            }
          }
        ]
      },
      "LakefsHookFailure": {
        "type": "object",
        "required": [
          "runId",
          "event",
          "at",
          "action",
          "hook",
          "hookRunId"
        ],
        "properties": {
          "runId": {
            "type": "string"
          },
          "event": {
            "type": "string"
          },
          "at": {
            "$ref": "#/components/schemas/LakefsTime"
          },
          "action": {
            "type": "string"
          },
          "hook": {
            "type": "string"
          },
          "hookRunId": {
            "type": "string"
          },
          "message": {
            "type": "string",
            "description": "last line of its output"
          }
        }
      },
      "LakefsBranch": {
        "type": "object",
        "required": [
          "resource",
          "source",
          "name",
          "repository",
          "head"
        ],
        "properties": {
          "resource": {
            "$ref": "#/components/schemas/PlatformResource"
          },
          "source": {
            "type": "string",
            "description": "server, as configured"
          },
          "name": {
            "type": "string"
          },
          "repository": {
            "type": "string"
          },
          "parent": {
            "type": "string",
            "description": "what it is compared with and merged into; absent for the default branch"
          },
          "owner": {
            "type": "string",
            "description": "entity ref of who answers for it"
          },
          "purpose": {
            "type": "string"
          },
          "expiresAt": {
            "$ref": "#/components/schemas/LakefsTime"
          },
          "expiryClaimed": {
            "type": "boolean",
            "description": "the expiry is what a commit says, not what was set in the portal: nothing is deleted for it"
          },
          "createdBy": {
            "type": "string",
            "description": "entity ref of who made it in the portal"
          },
          "createdAt": {
            "$ref": "#/components/schemas/LakefsTime"
          },
          "protectedBy": {
            "type": "string",
            "description": "pattern of the rule that protects it"
          },
          "head": {
            "type": "string",
            "description": "commit id"
          },
          "lastCommit": {
            "$ref": "#/components/schemas/LakefsCommitBrief"
          },
          "ahead": {
            "$ref": "#/components/schemas/LakefsCount"
          },
          "behind": {
            "$ref": "#/components/schemas/LakefsCount"
          },
          "changes": {
            "$ref": "#/components/schemas/LakefsCount"
          },
          "conflicts": {
            "allOf": [
              {
                "$ref": "#/components/schemas/LakefsCount"
              },
              {
                "type": "object",
                "required": [
                  "paths"
                ],
                "properties": {
                  "paths": {
                    "type": "array",
                    "items": {
                      "type": "string"
                    }
                  }
                }
              }
            ]
          },
          "uncommitted": {
            "$ref": "#/components/schemas/LakefsUncommitted"
          },
          "failure": {
            "$ref": "#/components/schemas/LakefsHookFailure"
          },
          "droppedActions": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "action files of the parent that it lacks"
          },
          "changedActions": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "action files that it has otherwise than its parent"
          },
          "brokenActions": {
            "type": "array",
            "description": "action files that lakeFS cannot read",
            "items": {
              "type": "object",
              "required": [
                "path",
                "problem"
              ],
              "properties": {
                "path": {
                  "type": "string"
                },
                "problem": {
                  "type": "string"
                }
              }
            }
          },
          "uiUrl": {
            "type": "string",
            "description": "the branch in lakeFS"
          }
        }
      },
      "LakefsBranchDetail": {
        "allOf": [
          {
            "$ref": "#/components/schemas/LakefsBranch"
          },
          {
            "type": "object",
            "required": [
              "assessment",
              "mayOperate"
            ],
            "properties": {
              "assessment": {
                "$ref": "#/components/schemas/Assessment"
              },
              "mayOperate": {
                "type": "boolean",
                "description": "whether the caller may change it"
              }
            }
          }
        ]
      },
      "LakefsBranchPage": {
        "type": "object",
        "required": [
          "items",
          "total",
          "counts",
          "reasons",
          "owners",
          "warming"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/LakefsBranch"
            }
          },
          "total": {
            "type": "integer"
          },
          "counts": {
            "$ref": "#/components/schemas/Counts"
          },
          "reasons": {
            "type": "object",
            "additionalProperties": {
              "type": "integer"
            },
            "description": "by reason of the verdict; as counts, of all that match but for the filters of health and reason"
          },
          "owners": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "entity refs to filter by, at most 200, of all that the caller may see of the repository or entity"
          },
          "warming": {
            "type": "boolean",
            "description": "true while the first lists are under way: an empty page is not yet an answer"
          }
        }
      },
      "LakefsRef": {
        "type": "object",
        "required": [
          "type",
          "name",
          "commit"
        ],
        "properties": {
          "type": {
            "type": "string",
            "enum": [
              "branch",
              "tag"
            ]
          },
          "name": {
            "type": "string"
          },
          "commit": {
            "type": "string"
          },
          "protectedBy": {
            "type": "string"
          },
          "resourceId": {
            "type": "string",
            "description": "of a branch"
          }
        }
      },
      "LakefsRefs": {
        "type": "object",
        "required": [
          "branches",
          "moreBranches",
          "tags",
          "moreTags",
          "deleted"
        ],
        "properties": {
          "branches": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/LakefsRef"
            }
          },
          "moreBranches": {
            "type": "boolean"
          },
          "tags": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/LakefsRef"
            }
          },
          "moreTags": {
            "type": "boolean"
          },
          "nextTag": {
            "type": "string"
          },
          "deleted": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/LakefsDeletedBranch"
            }
          }
        }
      },
      "LakefsDeletedBranch": {
        "type": "object",
        "required": [
          "name",
          "lastCommit",
          "deletedAt"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "lastCommit": {
            "type": "string",
            "description": "what it is restored from"
          },
          "deletedAt": {
            "type": "number",
            "description": "epoch milliseconds; of one deleted outside the portal, when that was seen"
          },
          "deletedBy": {
            "type": "string",
            "description": "entity ref; absent where it was deleted outside the portal"
          },
          "owner": {
            "type": "string"
          },
          "purpose": {
            "type": "string"
          }
        }
      },
      "LakefsDeletedBranchPage": {
        "type": "object",
        "required": [
          "items",
          "total"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/LakefsDeletedBranch"
            }
          },
          "total": {
            "type": "integer"
          }
        }
      },
      "LakefsChange": {
        "type": "string",
        "enum": [
          "added",
          "removed",
          "changed",
          "conflict",
          "prefix_changed"
        ]
      },
      "LakefsDiff": {
        "type": "object",
        "required": [
          "type",
          "path",
          "path_type"
        ],
        "properties": {
          "type": {
            "$ref": "#/components/schemas/LakefsChange"
          },
          "path": {
            "type": "string"
          },
          "path_type": {
            "type": "string",
            "enum": [
              "common_prefix",
              "object"
            ]
          },
          "size_bytes": {
            "type": "number",
            "description": "0 for what was removed without being committed; absent for a prefix"
          }
        }
      },
      "LakefsDiffCounts": {
        "type": "object",
        "properties": {
          "added": {
            "type": "integer"
          },
          "removed": {
            "type": "integer"
          },
          "changed": {
            "type": "integer"
          },
          "conflict": {
            "type": "integer"
          },
          "prefix_changed": {
            "type": "integer"
          }
        }
      },
      "LakefsDiffGroup": {
        "type": "object",
        "description": "Changes below one prefix (a table, a folder), of those that this answer knows.",
        "required": [
          "prefix",
          "counts",
          "objects",
          "addedBytes",
          "removedBytes",
          "more"
        ],
        "properties": {
          "prefix": {
            "type": "string",
            "description": "with a slash at its end; empty at the top"
          },
          "counts": {
            "$ref": "#/components/schemas/LakefsDiffCounts"
          },
          "objects": {
            "type": "integer"
          },
          "addedBytes": {
            "type": "number",
            "description": "bytes of what was added or changed"
          },
          "removedBytes": {
            "type": "number"
          },
          "more": {
            "type": "boolean",
            "description": "the group goes on after what was read: every number of it is \"at least\""
          }
        }
      },
      "LakefsDiffPage": {
        "type": "object",
        "required": [
          "groups",
          "count"
        ],
        "properties": {
          "groups": {
            "type": "array",
            "items": {
              "allOf": [
                {
                  "$ref": "#/components/schemas/LakefsDiffGroup"
                },
                {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/LakefsDiff"
                      }
                    }
                  }
                }
              ]
            }
          },
          "count": {
            "type": "integer",
            "description": "of this page"
          },
          "next": {
            "type": "string"
          }
        }
      },
      "LakefsDiffGroups": {
        "type": "object",
        "required": [
          "groups",
          "objects",
          "addedBytes",
          "removedBytes",
          "more"
        ],
        "properties": {
          "groups": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/LakefsDiffGroup"
            }
          },
          "objects": {
            "type": "integer"
          },
          "addedBytes": {
            "type": "number"
          },
          "removedBytes": {
            "type": "number"
          },
          "more": {
            "type": "boolean",
            "description": "not all was read: every sum is \"at least\""
          },
          "next": {
            "type": "string",
            "description": "there may be further groups; pass it as after"
          },
          "base": {
            "type": "string",
            "description": "commit where the two parted; of the first page of a three_dot difference"
          }
        }
      },
      "LakefsConflictSide": {
        "type": "object",
        "required": [
          "did"
        ],
        "properties": {
          "did": {
            "type": "string",
            "enum": [
              "added",
              "removed",
              "changed",
              "unchanged"
            ],
            "description": "since the two parted"
          },
          "sizeBytes": {
            "type": "number"
          },
          "commit": {
            "$ref": "#/components/schemas/LakefsCommitBrief"
          }
        }
      },
      "LakefsConflict": {
        "type": "object",
        "required": [
          "path",
          "source",
          "destination"
        ],
        "properties": {
          "path": {
            "type": "string"
          },
          "source": {
            "$ref": "#/components/schemas/LakefsConflictSide"
          },
          "destination": {
            "$ref": "#/components/schemas/LakefsConflictSide"
          }
        }
      },
      "LakefsConflictPage": {
        "type": "object",
        "required": [
          "base",
          "items",
          "searchedAll"
        ],
        "properties": {
          "base": {
            "type": "string",
            "description": "commit where the two parted"
          },
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/LakefsConflict"
            }
          },
          "next": {
            "type": "string"
          },
          "searchedAll": {
            "type": "boolean",
            "description": "false: a big difference, not yet searched to its end; go on with next, even where items is empty"
          }
        }
      },
      "LakefsCheck": {
        "type": "object",
        "description": "One run of actions. While checks run lakeFS does not list them.",
        "required": [
          "id",
          "branch",
          "event",
          "status",
          "startedAt",
          "url"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "branch": {
            "type": "string"
          },
          "event": {
            "type": "string",
            "description": "pre-merge, pre-commit, ..."
          },
          "status": {
            "type": "string",
            "enum": [
              "completed",
              "failed",
              "skipped",
              "unknown"
            ]
          },
          "startedAt": {
            "$ref": "#/components/schemas/LakefsTime"
          },
          "endedAt": {
            "$ref": "#/components/schemas/LakefsTime"
          },
          "commit": {
            "type": "string"
          },
          "url": {
            "type": "string",
            "description": "the run in lakeFS"
          }
        }
      },
      "LakefsCheckPage": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/LakefsCheck"
            }
          },
          "next": {
            "type": "string"
          }
        }
      },
      "LakefsHook": {
        "type": "object",
        "required": [
          "id",
          "action",
          "hook",
          "status",
          "output",
          "truncated"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "action": {
            "type": "string"
          },
          "hook": {
            "type": "string"
          },
          "status": {
            "type": "string",
            "enum": [
              "completed",
              "failed",
              "skipped",
              "unknown"
            ]
          },
          "startedAt": {
            "$ref": "#/components/schemas/LakefsTime"
          },
          "endedAt": {
            "$ref": "#/components/schemas/LakefsTime"
          },
          "message": {
            "type": "string",
            "description": "why it failed, in words"
          },
          "output": {
            "type": "string",
            "description": "text, with secrets masked"
          },
          "truncated": {
            "type": "boolean"
          }
        }
      },
      "LakefsCheckRun": {
        "type": "object",
        "required": [
          "id",
          "hooks",
          "moreHooks"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "check": {
            "$ref": "#/components/schemas/LakefsCheck"
          },
          "hooks": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/LakefsHook"
            }
          },
          "moreHooks": {
            "type": "boolean"
          }
        }
      },
      "LakefsObject": {
        "type": "object",
        "required": [
          "path",
          "folder"
        ],
        "properties": {
          "path": {
            "type": "string"
          },
          "folder": {
            "type": "boolean"
          },
          "sizeBytes": {
            "type": "number"
          },
          "modifiedAt": {
            "$ref": "#/components/schemas/LakefsTime"
          }
        }
      },
      "LakefsObjectPage": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/LakefsObject"
            }
          },
          "next": {
            "type": "string"
          }
        }
      },
      "LakefsPreview": {
        "type": "object",
        "description": "What a person can see of an object. Text is text, nothing of it is ever to be rendered as a page.",
        "required": [
          "path",
          "modifiedAt",
          "kind",
          "truncated"
        ],
        "properties": {
          "path": {
            "type": "string"
          },
          "size": {
            "type": "number"
          },
          "modifiedAt": {
            "$ref": "#/components/schemas/LakefsTime"
          },
          "contentType": {
            "type": "string"
          },
          "checksum": {
            "type": "string",
            "description": "as the server has it"
          },
          "kind": {
            "type": "string",
            "enum": [
              "table",
              "text",
              "schema",
              "none"
            ],
            "description": "schema: what the footer of a Parquet file tells of its columns"
          },
          "note": {
            "type": "string",
            "description": "why there is nothing to see"
          },
          "truncated": {
            "type": "boolean"
          },
          "lines": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "columns": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "rows": {
            "type": "array",
            "items": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          "fields": {
            "type": "array",
            "description": "columns of a Parquet file",
            "items": {
              "type": "object",
              "required": [
                "name",
                "type",
                "nullable"
              ],
              "properties": {
                "name": {
                  "type": "string",
                  "description": "nested ones with dots"
                },
                "type": {
                  "type": "string"
                },
                "nullable": {
                  "type": "boolean"
                }
              }
            }
          },
          "rowCount": {
            "type": "number",
            "description": "of a Parquet file, by its footer"
          }
        }
      },
      "Error": {
        "type": "object",
        "required": [
          "error"
        ],
        "properties": {
          "error": {
            "type": "object",
            "required": [
              "name",
              "message"
            ],
            "properties": {
              "name": {
                "type": "string"
              },
              "message": {
                "type": "string"
              },
              "findings": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/Finding"
                }
              }
            }
          }
        }
      }
    }
  }
} as const;
