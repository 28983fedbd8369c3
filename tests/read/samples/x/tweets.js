window.YTD.tweets.part0 = [
  {
    "tweet" : {
      "edit_info" : {"initial" : {"editTweetIds" : ["1900000000000000001"], "isEditEligible" : true}},
      "retweeted" : false, "source" : "<a href=\"https://mobile.x.example\">X Web App</a>", "entities" : {"hashtags" : [], "user_mentions" : []},
      "display_text_range" : ["0", "90"], "favorite_count" : "3", "id_str" : "1900000000000000001", "truncated" : false, "retweet_count" : "1", "id" : "1900000000000000001",
      "created_at" : "Sat Mar 14 12:05:00 +0000 2026", "favorited" : false,
      "full_text" : "Ferry aground south of Larvik &amp; two tugs on their way, says the port https://t.co/abc", "lang" : "en"
    }
  },
  {
    "tweet" : {"retweeted" : false, "favorite_count" : "0", "id_str" : "1900000000000000002", "retweet_count" : "0", "created_at" : "Sat Mar 14 13:00:00 +0000 2026", "full_text" : "RT @coastalerts: The coast guard says nobody on the ferry was hurt", "lang" : "en"}
  },
  {
    "tweet" : {"retweeted" : false, "favorite_count" : "0", "id_str" : "1900000000000000003", "retweet_count" : "0", "created_at" : "Sat Mar 14 13:01:00 +0000 2026", "full_text" : "@friend Thanks! https://t.co/x", "lang" : "en"}
  }
]
