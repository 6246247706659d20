variable "name" {
  description = "Name of the cluster, also its name in the developer portal."
  type        = string
}

variable "kubernetes_version" {
  description = "Version without the leading v, for example 1.33.5."
  type        = string

  validation {
    condition     = can(regex("^\\d+\\.\\d+\\.\\d+$", var.kubernetes_version))
    error_message = "Give the full version, for example 1.33.5."
  }
}

variable "template_id" {
  description = "Cluster template that fits the Kubernetes version."
  type        = string
}

variable "keypair" {
  description = "Key pair for the nodes, used in emergencies only."
  type        = string
  default     = "sre-emergency"
}

variable "control_plane_count" {
  description = "An odd number, so that etcd keeps a majority."
  type        = number
  default     = 3
}

variable "zones" {
  description = "Availability zones that nodes are spread over."
  type        = list(string)
}

variable "node_groups" {
  description = "Groups of equal nodes, scaled between min and max."
  type = map(object({
    flavor = string
    min    = number
    max    = number
  }))
}
