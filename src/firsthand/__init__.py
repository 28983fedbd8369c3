"""Who knows this firsthand? News coverage in, a sourced brief out."""
